import type { Client } from '../../model/client.ts';
import type { FileJobs } from '../../model/file-jobs.ts';
import type { Language } from '../../model/language.ts';
import type { Metrics } from '../../model/metrics.ts';
import type { SessionStore } from '../../model/sessions.ts';
import type { SignIn } from '../../model/sign-in.ts';
import type { WebServices } from '../../model/web-services.ts';
import type { TaxCalculator } from '../../tax/tax-calculator.ts';
import type { Upload } from '../http/sent-file.ts';

import type { SessionHandle } from './sessions/session-handle.ts';

/** What a controller works on; nothing of HTTP. */
export interface ActionRequest {
  readonly session: SessionHandle;
  /** The path parameter, or the empty string. */
  readonly parameter: string;
  /** Posted form fields by name, the first value of each; empty when the body is no form. */
  readonly form: ReadonlyMap<string, string>;
  /** The body of an action that reads it whole. */
  readonly bytes: Uint8Array;
  /** The body of an action that reads it as it arrives; null for the others. */
  readonly upload: Upload | null;
  /** A function, not a getter: each object with a getter of its own keeps its request from being collected. */
  readonly client: () => Client;
  /** The action's own état for a refusal, for a controller that throws it. */
  readonly refusalEtat: number;
  /** A person's browser goes to a page. */
  readonly isNavigation: boolean;
  /** A public server lets somebody have the action who has not signed in: nothing is kept. */
  readonly isOpen: boolean;
  readonly sessions: SessionStore;
  readonly signIn: SignIn;
  readonly metrics: Metrics;
  readonly files: FileJobs;
  readonly audit: WebServices['audit'];
  readonly tax: TaxCalculator;
  /** Of the pages that this client gets. */
  readonly language: Language;
  /** The income year of a request that names none. */
  readonly defaultIncomeYear: number;
}
