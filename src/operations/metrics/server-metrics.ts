import { Durations, LabelledCount } from './counts.ts';

/** What the server counts from its start on. `exposition.ts` shows it to Prometheus. */
export interface Metrics {
  readonly requests: LabelledCount<'action' | 'status' | 'etat'>;
  /** Seconds from the arrival of a request to the end of its answer, by action. */
  readonly durations: Durations;
  readonly calculations: LabelledCount<'channel' | 'method' | 'income_year'>;
  readonly signIns: LabelledCount<'result'>;
  /** Lines that the log has not got. */
  readonly lostLines: LabelledCount<'reason'>;
  /** An answered request; `etat` is the contract's, null outside of it. */
  request(action: string, status: number | 'aborted', etat: number | null, seconds: number): void;
  /** A computed tax; `channel` is the way that it was asked for. */
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
  // Shown from the start on: an increase from nothing would not be seen.
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
