import type { SessionType } from './sessions.ts';

/** Counts what happens. The values of labels come from short lists, never from what a client writes. */
export interface Metrics {
  /** An answered request; `etat` is null for an answer without the contract's envelope. */
  request(action: string, status: number | 'aborted', etat: number | null, seconds: number): void;
  /** A computed tax; `channel` is the way that it was asked for. */
  calculated(channel: Channel, method: string, incomeYear: number): void;
}

/** `batch` is the API's, `file` an uploaded one. */
export type Channel = SessionType | 'api' | 'withholding' | 'batch' | 'file';
