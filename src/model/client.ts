/** The sender of a request. */
export interface Client {
  /** The address as seen by the trusted proxies. */
  readonly address: string;
  /** Connected from this machine without a proxy in between. */
  readonly isLocal: boolean;
  /** Whether the client has left. */
  readonly isGone: () => boolean;
  /** The id of the request, as in the log. */
  readonly requestId: string;
}
