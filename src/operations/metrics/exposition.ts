import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Durations, type DurationsOfKind, type Sample } from './counts.ts';
import type { Metrics } from './server-metrics.ts';

/** Values that are read when the metrics are requested. */
export interface Readings {
  /** Whether each component works. */
  readonly components: Readonly<Record<string, boolean>>;
  /** Connections to the database; null for a database without connections. */
  readonly pool: PoolReading | null;
  /** Lines lost to a slow or full disk, by file. */
  readonly lostLines: Readonly<Record<'log' | 'audit', number>>;
}

export interface PoolReading {
  readonly limit: number;
  readonly inUse: number;
  /** Null where the driver does not tell. */
  readonly idle: number | null;
  /** Requests that wait for a connection. */
  readonly waiting: number;
}

export interface MetricsSource {
  readonly metrics: Metrics;
  readonly readings: () => Readings;
  /** Labels of `tax_server_build_info`. */
  readonly build: Readonly<Record<string, string>>;
}

/** The metrics in the text format of Prometheus. */
export interface Exposition {
  readonly contentType: string;
  text(): Promise<string>;
}

/** Prepares the metrics, including those of the process and of Node from now on. */
export function createExposition({ metrics, readings, build }: MetricsSource): Exposition {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  counter('tax_server_requests_total', 'Answered requests.', ['action', 'status', 'etat'], () =>
    metrics.requests.samples(),
  );
  counter('tax_server_calculations_total', 'Computed taxes.', ['channel', 'method', 'income_year'], () =>
    metrics.calculations.samples(),
  );
  counter('tax_server_sign_ins_total', 'Attempts to sign in.', ['result'], () => metrics.signIns.samples());
  counter('tax_server_log_lines_left_out_total', 'Lines that the logs have not got.', ['reason'], () => [
    ...metrics.lostLines.samples(),
    ...diskSamples(readings().lostLines),
  ]);
  new CountedHistogram(metrics.durations, registers);
  gauge('tax_server_component_up', 'Whether a component works: 1 or 0.', ['component'], () =>
    Object.entries(readings().components).map(([component, isUp]) => ({
      labels: { component },
      value: Number(isUp),
    })),
  );
  gauge(
    'tax_server_database_pool',
    'Connections to the database: in use, idle, waited for, and the limit (database.pool_size).',
    ['state'],
    () => poolSamples(readings().pool),
  );
  gauge('tax_server_build_info', 'What runs; always 1.', Object.keys(build), () => [
    { labels: build, value: 1 },
  ]);
  return { contentType: registry.contentType, text: () => registry.metrics() };

  function counter<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    samples: () => readonly Sample<Label>[],
  ): void {
    new Counter({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const { labels, value } of samples()) this.inc(labels, value);
      },
    });
  }

  function gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    samples: () => readonly Sample<Label>[],
  ): void {
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset();
        for (const { labels, value } of samples()) this.set(labels, value);
      },
    });
  }
}

/** Lines that the disks of the log and the audit log did not take. */
function diskSamples({ log, audit }: Readings['lostLines']): readonly Sample<'reason'>[] {
  return [
    { labels: { reason: 'disk' }, value: log },
    { labels: { reason: 'audit_disk' }, value: audit },
  ];
}

/** Values that the driver does not tell have no sample. */
function poolSamples(pool: PoolReading | null): readonly Sample<'state'>[] {
  if (!pool) return [];
  const states = { in_use: pool.inUse, idle: pool.idle, waiting: pool.waiting, limit: pool.limit };
  return Object.entries(states).flatMap(([state, value]) =>
    value === null ? [] : [{ labels: { state }, value }],
  );
}

const HISTOGRAM = {
  name: 'tax_server_request_duration_seconds',
  help: 'Seconds from the arrival of a request to the end of its answer.',
} as const;

/** prom-client's histogram counts itself, once loaded; this one shows what was counted from the start. */
class CountedHistogram extends Histogram<'action'> {
  readonly #durations: Durations;

  constructor(durations: Durations, registers: Registry[]) {
    super({ ...HISTOGRAM, labelNames: ['action'], registers });
    this.#durations = durations;
  }

  /** Called by the registry. */
  async getForPromString() {
    return { ...HISTOGRAM, type: 'histogram', values: [...this.#durations.kinds()].flatMap(histogramValues) };
  }
}

function histogramValues([action, { buckets, count, sum }]: DurationsOfKind) {
  let below = 0;
  const cumulative = Durations.bounds.map((le, index) => {
    below += buckets[index] ?? 0;
    return value('bucket', below, { le });
  });
  return [...cumulative, value('bucket', count, { le: '+Inf' }), value('sum', sum), value('count', count)];

  function value(suffix: string, amount: number, labels: object = {}) {
    return { metricName: `${HISTOGRAM.name}_${suffix}`, labels: { ...labels, action }, value: amount };
  }
}
