/** Who asks. */
export interface Client {
  /** The address in front of the trusted proxies. */
  readonly address: string;
  /** Connected from this machine without a proxy in between. */
  readonly isLocal: boolean;
  /** Whether nobody waits for the answer any more. */
  readonly isGone: () => boolean;
  /** The id of the request, as in the log. */
  readonly requestId: string;
}
