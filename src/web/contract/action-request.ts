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

/** What a controller works on, without HTTP. */
export interface ActionRequest {
  readonly session: SessionHandle;
  /** The path parameter, or the empty string. */
  readonly parameter: string;
  /** Posted form fields by name, the first value of each; empty when the body is not a form. */
  readonly form: ReadonlyMap<string, string>;
  /** The body of an action that reads it whole. */
  readonly bytes: Uint8Array;
  /** The body of an action that reads it as a stream; null for the others. */
  readonly upload: Upload | null;
  /** A function, not a getter: an object with its own getter keeps its request from being collected. */
  readonly client: () => Client;
  /** The état of a refusal of this action, for a controller that throws. */
  readonly refusalEtat: number;
  /** A browser opens a page for a person. */
  readonly isNavigation: boolean;
  /** A public server offers the action to everybody: nothing is kept. */
  readonly isOpen: boolean;
  readonly sessions: SessionStore;
  readonly signIn: SignIn;
  readonly metrics: Metrics;
  readonly files: FileJobs;
  readonly audit: WebServices['audit'];
  readonly tax: TaxCalculator;
  /** Of this client's pages. */
  readonly language: Language;
  /** The income year of a request that gives none. */
  readonly defaultIncomeYear: number;
}
