import type { SessionType } from './sessions.ts';

/** Counts events. Label values come from short lists, never from clients. */
export interface Metrics {
  /** An answered request; `etat` is null for an answer without the contract's envelope. */
  request(action: string, status: number | 'aborted', etat: number | null, seconds: number): void;
  /** A computed tax; `channel` is how it was requested. */
  calculated(channel: Channel, method: string, incomeYear: number): void;
}

/** `batch` is of the API, `file` an uploaded one. */
export type Channel = SessionType | 'api' | 'withholding' | 'batch' | 'file';
