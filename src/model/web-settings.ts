import type { Language } from './language.ts';
/** Where the application is mounted: `{R}` alias of the front server, `{P}` prefix of every route (contract §0, §11). */
export interface Mount {
  /** `""` or `/impots`. */
  readonly alias: string;
  /** `""` or `/do`. */
  readonly prefix: string;
}

/** How this instance is mounted and behaves; from the YAML. */
export interface WebSettings extends Mount {
  /** `https://host[:port]` as browsers see it, or `""` when it is not fixed. */
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  /** Whether this machine itself may do more than others: see the metrics, use the one-time access. */
  readonly localAccess: boolean;
  /** Origins whose pages may show ours in a frame. */
  readonly frameAncestors: readonly string[];
  /** Whether everybody may calculate on the pages without signing in. */
  readonly isPublic: boolean;
  /** Tokens as the last segment of every URL (contract §5). */
  readonly csrfToken: boolean;
  readonly language: Language;
  /** Whether the log has the answers with their content, incomes included (contract §9). */
  readonly logAnswers: boolean;
  /** Seconds that one request in two waits, to provoke overlaps (contract §4.1); 0 for none. */
  readonly sleepTime: number;
}
