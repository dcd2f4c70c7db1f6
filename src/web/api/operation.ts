import type { Request, Response } from 'express';
import type { ApiReference } from '../../model/api-reference.ts';
import type { WebServices } from '../../model/web-services.ts';
import type { WebSettings } from '../../model/web-settings.ts';
import type { operationPaths } from './path.ts';

/** Answers with the page that documents the API. */
export type SendReference = (req: Request, res: Response, reference: ApiReference) => Promise<void>;

/** What a handler of the API may use. */
export interface ApiContext {
  readonly settings: WebSettings;
  readonly services: WebServices;
  readonly sendReference: SendReference;
}

/** Answers a request of an identified caller, or throws an {@link ApiProblem}. */
export type ApiHandler = (req: Request, res: Response, context: ApiContext) => void | Promise<void>;

/** One operation of the API, for the router. */
export interface Operation {
  readonly path: (typeof operationPaths)[number];
  readonly method: 'GET' | 'POST';
  /** `json` is read into `req.body`; for `stream`, the handler reads the request itself. */
  readonly body: 'none' | 'json' | 'stream';
  readonly handler: ApiHandler;
}
