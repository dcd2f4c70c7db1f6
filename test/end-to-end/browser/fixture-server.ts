import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Language } from '../../../src/model/language.ts';
import { findAsset } from '../../../src/web/http/assets.ts';

import { renderPage } from '../../../src/web/pages/render.ts';
import { fixtures } from '../../web/pages/fixtures.ts';

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** What the script of a file's page asks for: the calculation goes on and on. */
const PROGRESS = JSON.stringify({ stateText: '…', isOver: false, percent: 41, details: ['…'] });

/** Serves every fixture at `/<language>/<name>` and the assets, with the policy of the real server. */
export async function startFixtureServer(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => answer(request.url ?? '', response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

function answer(url: string, response: ServerResponse): void {
  const asset = findAsset(url.replace(/^\/impots/, ''));
  if (asset) {
    response.writeHead(200, { 'Content-Type': asset.type }).end(asset.identity);
    return;
  }
  if (url.includes('/avancement-fichier/')) {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(PROGRESS);
    return;
  }
  const [, language, name = ''] = url.split('/');
  const fixture = fixtures[name];
  if (!fixture) {
    response.writeHead(404).end();
    return;
  }
  const context = { ...fixture.context, language: language as Language };
  response
    .writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    })
    .end(renderPage(fixture.page, context));
}
