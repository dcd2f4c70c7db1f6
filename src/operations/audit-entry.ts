/** An entry of the audit log: who did what. Never a password, a token or the id of a session. */
export interface AuditEntry {
  readonly event: AuditEvent;
  readonly outcome: 'accepted' | 'refused' | 'paused' | 'busy' | 'abandoned' | 'done' | 'failed';
  /** The user; null when the name is unknown. */
  readonly user?: string | null;
  /** The address, as seen by the trusted proxies. */
  readonly address?: string;
  /** The id of the request, as in the log. */
  readonly request?: string;
  readonly detail?: string;
}

export type AuditEvent =
  | 'start'
  | 'stop'
  | 'sign-in'
  | 'one-time-link'
  | 'session-end'
  | 'api-token'
  | 'legacy-import'
  | 'tax-year-import'
  | 'tax-year-remove'
  | 'tax-years-change'
  | 'configuration-reload';
