import { Durations, LabelledCount } from './counts.ts';

/** The counts of the server since its start. `exposition.ts` shows them to Prometheus. */
export interface Metrics {
  readonly requests: LabelledCount<'action' | 'status' | 'etat'>;
  /** Seconds from the arrival of a request to the end of its answer, by action. */
  readonly durations: Durations;
  readonly calculations: LabelledCount<'channel' | 'method' | 'income_year'>;
  readonly signIns: LabelledCount<'result'>;
  /** Lines missing in the log. */
  readonly lostLines: LabelledCount<'reason'>;
  /** An answered request; `etat` is the contract's, null outside of it. */
  request(action: string, status: number | 'aborted', etat: number | null, seconds: number): void;
  /** A computed tax; `channel` is how it was requested. */
  calculated(channel: string, method: string, incomeYear: number): void;
  signIn(result: 'accepted' | 'refused' | 'paused' | 'busy' | 'abandoned'): void;
  lostLine(reason: 'stranger'): void;
}

export function createMetrics(): Metrics {
  const requests = new LabelledCount('action', 'status', 'etat');
  const durations = new Durations();
  const calculations = new LabelledCount('channel', 'method', 'income_year');
  const signIns = new LabelledCount('result');
  const lostLines = new LabelledCount('reason');
  // Shown from the start: Prometheus does not see the increase of a missing value.
  lostLines.counter('stranger');
  return {
    requests,
    durations,
    calculations,
    signIns,
    lostLines,
    request(action, status, etat, seconds) {
      requests.add(action, String(status), etat === null ? '' : String(etat));
      durations.add(action, seconds);
    },
    calculated: (channel, method, incomeYear) => calculations.add(channel, method, String(incomeYear)),
    signIn: (result) => signIns.add(result),
    lostLine: (reason) => lostLines.add(reason),
  };
}
