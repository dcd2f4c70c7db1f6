import type { Request, Response } from 'express';
import Mustache from 'mustache';
import template from '../../../views/api.mustache';
import type { Mount } from '../../model/web-settings.ts';
import { assetPath } from '../http/assets.ts';
import { escapeHtml } from '../http/escape-html.ts';
import { publicPath } from '../http/mount.ts';
import { sendPage } from '../http/send.ts';

import { sendJson, sendTagged } from './api-response.ts';
import { fieldDocs } from './field-docs.ts';
import { openApi } from './openapi.ts';
import type { ApiContext } from './operation.ts';
import { API_PATH } from './path.ts';
import { problemTypes } from './problem-types.ts';

/** What the documentation page reads of the document. */
interface Document {
  readonly info: { readonly description: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example: unknown }>> };
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

/** The address of the API itself, which tells whoever tries it where it is described. */
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
export function sendDocumentation(req: Request, res: Response, { settings, services }: ApiContext): void {
  const document = openApi(settings, services.version) as Document;
  const origin = settings.publicUrl || `${req.protocol}://${req.host}`;
  sendPage(res, 200, Mustache.render(template, view(document, settings, origin), {}, { escape: escapeHtml }));
}

function view({ info, paths }: Document, mount: Mount, origin: string): object {
  const url = publicPath(mount, API_PATH);
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return {
    ...info,
    url,
    origin,
    home: publicPath(mount, '/'),
    style: `${mount.alias}${assetPath('app.css')}`,
    icon: `${mount.alias}${assetPath('favicon.svg')}`,
    operations: documented.map(({ path, method, operation }) => ({
      id: operation.operationId,
      method,
      path,
      summary: operation.summary,
      description: operation.description ?? '',
      commands: commands(`${origin}${url}${path.replace('{incomeYear}', '2025')}`, operation),
      responses: Object.entries(operation.responses).map(([status, { description }]) => ({
        status,
        text: description,
      })),
    })),
    fields: Object.entries(fieldDocs).flatMap(([name, allowed]) => (name === '' ? [] : [{ name, allowed }])),
    problems: Object.entries(problemTypes).map(([id, problem]) => ({ id, ...problem })),
  };
}

/** Commands that work once TOKEN is set: one, or one for each form of body. */
function commands(url: string, { requestBody }: DocumentedOperation): string[] {
  const signIn = `curl -H "Authorization: Bearer $TOKEN" ${url}`;
  if (!requestBody) return [signIn];
  return Object.entries(requestBody.content).map(([type, { example }]) => {
    const body = typeof example === 'string' ? example : JSON.stringify(example);
    return `${signIn} \\\n  -H "Content-Type: ${type}" \\\n  --data-binary '${body}'`;
  });
}
