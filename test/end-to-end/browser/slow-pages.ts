import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const CHUNK_BYTES = 2_000;
const PAUSE_MS = 30;

/** A server whose pages come over a slow line. */
export interface SlowPages {
  readonly origin: string;
  stop(): Promise<void>;
}

/** Stands before a server and hands on its pages uncompressed and in pieces: time to draw each of them half-way. */
export async function startSlowPages(origin: string): Promise<SlowPages> {
  const server = createServer((incoming, response) => {
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    request(origin + (incoming.url ?? ''), { headers }, (answer) => void handOn(answer, response)).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

async function handOn(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.writeHead(answer.statusCode ?? 500, answer.headers);
  if (!String(answer.headers['content-type']).startsWith('text/html')) {
    answer.pipe(response);
    return;
  }
  const page = Buffer.concat(await answer.toArray());
  for (let start = 0; start < page.length; start += CHUNK_BYTES) {
    response.write(page.subarray(start, start + CHUNK_BYTES));
    await wait(PAUSE_MS);
  }
  response.end();
}
