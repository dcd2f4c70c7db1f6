import type { ContractClient } from '../support/contract-client.ts';

/** A server that the contract's suites run against, however it is started and reached. */
export interface ContractTarget {
  /** Alias and prefix as the client sees them, `/impots/do`. */
  readonly mount: string;
  /** The prefix alone, `/do`. */
  readonly prefix: string;
  /** Whether every URL ends with a token. */
  readonly tokens: boolean;
  /** A client without a session, with its own cookies. */
  readonly client: () => Promise<ContractClient>;
  readonly stop?: () => Promise<unknown>;
}
