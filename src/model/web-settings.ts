import type { Language } from './language.ts';
/** Where the application is mounted: `{R}` alias of the reverse proxy, `{P}` prefix of every route (contract §0, §11). */
export interface Mount {
  /** `""` or `/impots`. */
  readonly alias: string;
  /** `""` or `/do`. */
  readonly prefix: string;
}

/** How this instance is mounted and behaves, from the YAML. */
export interface WebSettings extends Mount {
  /** `https://host[:port]` as browsers see it, or `""` when it is not fixed. */
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  /** Whether clients on this machine may see the metrics and use the one-time access. */
  readonly localAccess: boolean;
  /** Origins that may show our pages in a frame. */
  readonly frameAncestors: readonly string[];
  /** Whether everybody may calculate on the pages without signing in. */
  readonly isPublic: boolean;
  /** Tokens as the last segment of every URL (contract §5). */
  readonly csrfToken: boolean;
  readonly language: Language;
  /** Whether the log has the content of answers, incomes included (contract §9). */
  readonly logAnswers: boolean;
  /** Seconds that every second request waits, to provoke overlaps (contract §4.1); 0 for none. */
  readonly sleepTime: number;
}
