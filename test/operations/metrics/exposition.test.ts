import { describe, expect, it } from 'vitest';
import { createExposition, type Readings } from '../../../src/operations/metrics/exposition.ts';
import { createMetrics } from '../../../src/operations/metrics/server-metrics.ts';

const readings: Readings = {
  components: { database: true, log: false },
  pool: { limit: 10, inUse: 3, idle: null, waiting: 2 },
  lostLines: { log: 12, audit: 0 },
};

async function linesOf(metrics = createMetrics(), now = readings): Promise<string[]> {
  const exposition = createExposition({ metrics, readings: () => now, build: { version: '1.2.3' } });
  return (await exposition.text()).split('\n');
}

describe('the metrics', () => {
  it('count requests by action, status and état', async () => {
    const metrics = createMetrics();
    metrics.request('calculer-impot', 200, 300, 0.003);
    metrics.request('calculer-impot', 200, 300, 0.2);
    metrics.request('health', 503, null, 0.0001);
    metrics.request('other', 'aborted', null, 60);
    const lines = await linesOf(metrics);
    expect(lines).toContain('# TYPE tax_server_requests_total counter');
    expect(lines).toContain('tax_server_requests_total{action="calculer-impot",status="200",etat="300"} 2');
    expect(lines).toContain('tax_server_requests_total{action="health",status="503",etat=""} 1');
    expect(lines).toContain('tax_server_requests_total{action="other",status="aborted",etat=""} 1');
  });

  it('hold durations in cumulative buckets', async () => {
    const metrics = createMetrics();
    for (const seconds of [0.0005, 0.003, 0.2, 60]) metrics.request('x', 200, null, seconds);
    const lines = await linesOf(metrics);
    const bucket = (le: string) =>
      lines
        .find((line) => line.startsWith(`tax_server_request_duration_seconds_bucket{le="${le}",action="x"}`))
        ?.split(' ')[1];
    expect(lines).toContain('# TYPE tax_server_request_duration_seconds histogram');
    expect(['0.001', '0.0025', '0.005', '0.1', '0.25', '10', '+Inf'].map(bucket)).toEqual([
      '1',
      '1',
      '2',
      '2',
      '3',
      '3',
      '4',
    ]);
    expect(lines).toContain('tax_server_request_duration_seconds_count{action="x"} 4');
    expect(lines).toContain('tax_server_request_duration_seconds_sum{action="x"} 60.2035');
  });

  it('go on counting between two looks', async () => {
    const metrics = createMetrics();
    const exposition = createExposition({ metrics, readings: () => readings, build: {} });
    metrics.signIn('refused');
    metrics.calculated('json', 'official', 2025);
    await exposition.text();
    metrics.signIn('refused');
    const text = await exposition.text();
    expect(text).toContain('tax_server_sign_ins_total{result="refused"} 2\n');
    expect(text).toContain(
      'tax_server_calculations_total{channel="json",method="official",income_year="2025"} 1\n',
    );
  });

  it('count the lines that the log has not got', async () => {
    const metrics = createMetrics();
    metrics.lostLine('stranger');
    const lines = await linesOf(metrics);
    expect(lines).toContain('tax_server_log_lines_left_out_total{reason="stranger"} 1');
    expect(lines).toContain('tax_server_log_lines_left_out_total{reason="disk"} 12');
    expect(lines).toContain('tax_server_log_lines_left_out_total{reason="audit_disk"} 0');
  });

  it('tell the components, the pool and the build', async () => {
    const lines = await linesOf();
    expect(lines).toContain('tax_server_component_up{component="database"} 1');
    expect(lines).toContain('tax_server_component_up{component="log"} 0');
    expect(lines).toContain('tax_server_database_pool{state="in_use"} 3');
    expect(lines.join()).not.toContain('state="idle"');
    expect(lines).toContain('tax_server_database_pool{state="waiting"} 2');
    expect(lines).toContain('tax_server_database_pool{state="limit"} 10');
    expect(lines).toContain('tax_server_build_info{version="1.2.3"} 1');
  });

  it('leave the pool out where there is none', async () => {
    const lines = await linesOf(createMetrics(), { ...readings, pool: null });
    expect(lines.filter((line) => /^tax_server_database_/.test(line))).toEqual([]);
  });

  it('tell the process and Node', async () => {
    const text = (await linesOf()).join('\n');
    for (const name of [
      'process_cpu_seconds_total',
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
    ])
      expect(text).toMatch(new RegExp(`^${name} `, 'm'));
  });
});
