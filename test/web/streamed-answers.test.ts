import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import express, { type RequestHandler } from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Spool } from '../../src/model/spool.ts';
import type { Calculators, WebServices } from '../../src/model/web-services.ts';
import type { WebSettings } from '../../src/model/web-settings.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createApi } from '../../src/web/api/api.ts';
import { LongList } from '../../src/web/contract/long-list.ts';
import { answerProblem } from '../../src/web/contract/representations/answer-problem.ts';
import { representations } from '../../src/web/contract/representations/representations.ts';
import { handleErrors } from '../../src/web/http/error-handler.ts';
import { logRequests } from '../../src/web/http/log-requests.ts';
import { sendDownload, sendLongAnswer } from '../../src/web/http/send.ts';
import { calculatorFailingAfter } from '../tax/failing-calculator.ts';

const defect = new Error('a defect');
const settings = { alias: '', prefix: '/do', publicUrl: '', trustedProxies: [], language: 'fr' };
const log = { info: vi.fn(), infoOfStranger: vi.fn(), warn: vi.fn(), error: vi.fn() };
const mailAdmin = vi.fn();
const spool = (): Spool => ({ write: async () => false, read: async function* () {}, close: async () => {} });

let server: Listening;
beforeEach(() => vi.clearAllMocks());
afterEach(() => {
  server.http.close().closeAllConnections();
});

/** Serves the API with a calculator that fails, and other answers at `/do/streamed`. */
async function serve(householdsBefore: number, streamed?: RequestHandler): Promise<void> {
  const calculator = calculatorFailingAfter(householdsBefore, defect);
  const batchCalculators: Calculators = {
    tax: () => calculator,
    taxBy: () => calculator,
    defaultIncomeYear: () => 2025,
  };
  const services = {
    log,
    mailAdmin,
    batchCalculators,
    spool,
    apiAccess: {
      attempt: vi.fn(),
      checkToken: () => ({ kind: 'accepted', name: 'payroll' }),
      count: () => ({ isExceeded: false, limit: 2, windowSeconds: 60, remaining: 1, resetSeconds: 60 }),
    },
  } as Partial<WebServices> as WebServices;
  const application = express()
    .use(logRequests(log))
    .use(
      '/do/api/v1',
      createApi({
        settings: settings as Partial<WebSettings> as WebSettings,
        services,
        sendReference: vi.fn(),
      }),
    )
    .get('/do/streamed', streamed ?? ((_req, res) => res.end()))
    .use(handleErrors(services, answerProblem(settings as Partial<WebSettings> as WebSettings, services)));
  server = await listen(application, '127.0.0.1', 0);
}

function ask(path: string, options: { method?: string; type?: string } = {}): ClientRequest {
  return request({
    host: '127.0.0.1',
    port: server.port,
    path: `/do${path}`,
    method: options.method ?? 'GET',
    agent: false,
    headers: { authorization: 'Bearer x', ...(options.type && { 'content-type': options.type }) },
  });
}

async function responseTo(asked: ClientRequest): Promise<IncomingMessage> {
  asked.on('error', () => undefined);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return response.on('error', () => undefined);
}

const lines = () => [...log.info.mock.calls, ...log.infoOfStranger.mock.calls].map(([line]) => String(line));

async function expectTold(): Promise<void> {
  await vi.waitFor(() => expect(log.error).toHaveBeenCalledExactlyOnceWith(defect, expect.anything()));
  expect(mailAdmin).toHaveBeenCalledOnce();
}

const ITEM = '{"household":{"status":"single","declarants":[{"salary":30000}]}}';
/** More than are calculated before the first bytes of the answer. */
const MANY = 6_500;

describe.each([
  ['application/json', `[${Array(MANY).fill(ITEM)}]`],
  ['application/x-ndjson', `${ITEM}\n`.repeat(MANY)],
  ['text/csv', `salary\n${'30000\n'.repeat(MANY)}`],
])('a batch of %s', (type, body) => {
  it('breaks off at an error of ours, which is in the log and told to the administrator', async () => {
    await serve(MANY / 2);
    const asked = ask('/api/v1/calculations/batch', { method: 'POST', type });
    asked.end(body);
    const response = await responseTo(asked);
    expect(response.statusCode).toBe(200);
    await expect(text(response)).rejects.toThrow('aborted');
    await expectTold();
    await vi.waitFor(() =>
      expect(lines()).toContainEqual('[api] 200 (token payroll), broken off by an error'),
    );
  });

  it('whose client leaves is no error', async () => {
    await serve(Number.POSITIVE_INFINITY);
    const asked = ask('/api/v1/calculations/batch', { method: 'POST', type });
    asked.write(body);
    await responseTo(asked);
    asked.destroy();
    await vi.waitFor(() =>
      expect(lines()).toContainEqual('[api] 200 (token payroll), given up by the client'),
    );
    expect(log.error).not.toHaveBeenCalled();
    expect(mailAdmin).not.toHaveBeenCalled();
  });
});

describe('a file to be saved', () => {
  const CHUNK = Buffer.alloc(64 * 1024, 'x');
  const download =
    (chunks: () => AsyncIterable<Uint8Array>): RequestHandler =>
    (_req, res) =>
      sendDownload(res, {
        name: 'a.csv',
        type: 'text/csv',
        size: 1_000 * CHUNK.length,
        stream: () => Readable.from(chunks()),
      });

  it('breaks off at an error of ours, which is in the log and told to the administrator', async () => {
    await serve(
      0,
      download(async function* () {
        yield CHUNK;
        throw defect;
      }),
    );
    const asked = ask('/streamed');
    asked.end();
    await expect(text(await responseTo(asked))).rejects.toThrow('aborted');
    await expectTold();
  });

  it('whose client leaves is no error, and is not read any further', async () => {
    let isClosed = false;
    await serve(
      0,
      download(async function* () {
        try {
          for (;;) yield CHUNK;
        } finally {
          isClosed = true;
        }
      }),
    );
    const asked = ask('/streamed');
    asked.end();
    (await responseTo(asked)).pause();
    asked.destroy();
    await vi.waitFor(() => expect(isClosed).toBe(true));
    expect(log.error).not.toHaveBeenCalled();
    expect(mailAdmin).not.toHaveBeenCalled();
  });
});

describe.each(['json', 'xml'] as const)('a long list in %s', (type) => {
  const ROWS = Array.from({ length: 500 }, (_, id) => ({ id }));
  const list =
    (chunks: () => AsyncIterable<readonly unknown[]>): RequestHandler =>
    (_req, res) => {
      const { contentType, writeChunks } = representations[type];
      const answer = { action: 'lister-simulations', état: 500, réponse: new LongList(ROWS, chunks()) };
      return sendLongAnswer(res, 200, contentType, writeChunks(answer));
    };

  it('breaks off at an error of ours, which is in the log and told to the administrator', async () => {
    await serve(
      0,
      list(async function* () {
        for (let chunk = 0; chunk < 200; chunk++) yield ROWS;
        throw defect;
      }),
    );
    const asked = ask('/streamed');
    asked.end();
    await expect(text(await responseTo(asked))).rejects.toThrow('aborted');
    await expectTold();
  });

  it('whose client leaves is no error, and is not read any further', async () => {
    const isClosed = Promise.withResolvers<void>();
    await serve(
      0,
      list(async function* () {
        try {
          for (;;) yield ROWS;
        } finally {
          isClosed.resolve();
        }
      }),
    );
    const asked = ask('/streamed');
    asked.end();
    (await responseTo(asked)).pause();
    asked.destroy();
    await isClosed.promise;
    expect(log.error).not.toHaveBeenCalled();
    expect(mailAdmin).not.toHaveBeenCalled();
  });
});
