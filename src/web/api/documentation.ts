import type { Request, Response } from 'express';
import { publicPath } from '../http/mount.ts';
import { languageOf } from '../http/request-language.ts';
import { sendJson, sendTagged } from './api-response.ts';
import { openApi } from './openapi.ts';
import type { ApiContext } from './operation.ts';
import { API_PATH } from './path.ts';
import { apiReference } from './reference.ts';

/** The index of the API, which leads to its documentation. */
export function sendIndex(_req: Request, res: Response, { settings, services }: ApiContext): void {
  const url = publicPath(settings, API_PATH);
  const index = { version: services.version, documentation: `${url}/docs`, openApi: `${url}/openapi.json` };
  sendJson(res, JSON.stringify(index));
}

/** `GET /openapi.json` */
export function sendOpenApi(req: Request, res: Response, { settings, services }: ApiContext): void {
  sendTagged(req, res, JSON.stringify(openApi(settings, services.version)), 'no-cache');
}

/** `GET /docs`: the same document for people. */
export async function sendDocumentation(req: Request, res: Response, context: ApiContext): Promise<void> {
  const { settings, services, sendReference } = context;
  const origin = settings.publicUrl || `${req.protocol}://${req.host}`;
  const language = languageOf(req, settings.language);
  await sendReference(req, res, apiReference(settings, { version: services.version, origin, language }));
}
