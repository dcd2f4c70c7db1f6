/** What is recorded for those who look later who did what. Never a password, a token or the id of a session. */
export interface AuditEntry {
  readonly event: AuditEvent;
  readonly outcome: 'accepted' | 'refused' | 'paused' | 'busy' | 'abandoned' | 'done' | 'failed';
  /** Who; null for somebody without a name that we know. */
  readonly user?: string | null;
  /** From where, in front of the trusted proxies. */
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
