import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSocket } from '../support/raw-http.ts';
import { ADMIN, startServer } from '../support/tax-server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer({ config: { users: [ADMIN] } });
});
afterAll(() => server.stop());

function post(type: string, body: string | Buffer<ArrayBuffer>): Promise<Response> {
  return fetch(`${server.origin}/do/api/v1/calculations/batch`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: `Basic ${btoa('admin:admin')}` },
    body,
  });
}

const ITEM = {
  incomeYear: 2018,
  household: { status: 'couple', children: 2, declarants: [{ salary: 55555 }] },
};

describe('POST /calculations/batch', () => {
  it('answers CSV with CSV, an error per line', async () => {
    const answer = await post(
      'text/csv',
      'id,year,married,children,salary\n1,2018,yes,2,55555\n2,2018,x,2,1\n',
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('unused-columns')).toBe('id');
    const lines = (await answer.text()).split('\n');
    expect(lines[1]).toBe('1,2018,yes,2,55555,2815,0.14,0,0,0,0,49999,3,49999,0,0,0,2815,');
    expect(lines[2]).toContain('yes or no is expected');
  });

  it('names the columns of a CSV that it does not use, percent-encoded', async () => {
    const named = await post('text/csv', 'prénom;salaire;"a, b"\nx;1;y\n');
    expect(named.headers.get('unused-columns')).toBe('pr%C3%A9nom, a%2C%20b');
    const used = await post('text/csv', 'salaire\n1\n');
    expect(used.headers.has('unused-columns')).toBe(false);
  });

  it('gives back no cell that a spreadsheet would take for a formula', async () => {
    const formula = '=HYPERLINK("http://evil.test")';
    const cell = `"${formula.replaceAll('"', '""')}"`;
    const answer = await post(
      'text/csv',
      `id,${cell},married,children,salary\n${cell},@x,yes,2,${cell}\n-1,+1,no,0,1\n`,
    );
    const text = await answer.text();
    expect(text).not.toMatch(/(^|[,\n])"?[=@+](?!\d)/);
    expect(text.split('\n')[1]).toMatch(/^"'=HYPERLINK/);
  });

  it('answers an array with an array, an error per item', async () => {
    const answer = await post('application/json', JSON.stringify([ITEM, { household: 1 }, ITEM]));
    expect(await answer.json()).toMatchObject([
      { item: 1, amountDue: 2815, intermediateAmounts: { shares: 3 } },
      { item: 2, errors: [{ pointer: '/household' }] },
      { item: 3, amountDue: 2815 },
    ]);
  });

  it('answers lines of JSON with lines of JSON, an error per line', async () => {
    const answer = await post(
      'application/x-ndjson',
      `${JSON.stringify(ITEM)}\n{"a":\n${JSON.stringify(ITEM)}`,
    );
    const lines = (await answer.text()).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { item: 1, amountDue: 2815 },
      { item: 2, errors: [{ allowed: 'a calculation' }] },
      { item: 3, amountDue: 2815 },
    ]);
  });

  it('counts blank lines of JSON too, so that an error has the number of its line in the file', async () => {
    const answer = await post('application/x-ndjson', `\n${JSON.stringify(ITEM)}\n\n\n{"a":\n`);
    const lines = (await answer.text()).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { item: 2, amountDue: 2815 },
      { item: 5, errors: [{}] },
    ]);
  });

  it.each([
    ['application/json', (items: string[]) => `[${items.join()}]`, (text: string) => JSON.parse(text)],
    [
      'application/x-ndjson',
      (items: string[]) => items.join('\n'),
      (text: string) =>
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line)),
    ],
  ])('goes on after items of %s that nothing can be made of', async (type, written, read) => {
    const good = JSON.stringify(ITEM);
    const bad = [
      [good.replace('2018', `${'['.repeat(12_000)}${']'.repeat(12_000)}`), 'nested more than 10 levels'],
      [`${'{"a":'.repeat(8_000)}1${'}'.repeat(8_000)}`, 'nested more than 10 levels'],
      [good.replace('{', '{"incomeYear":2025,'), 'the member "incomeYear" twice'],
      [`"${'x'.repeat(70_000)}"`, 'longer than an item may be'],
    ] as const;
    const items = [...Array<string>(2_000).fill(good), ...bad.flatMap(([item]) => [item, good])];
    const answers: { item: number; errors?: { detail: string }[] }[] = read(
      await (await post(type, written(items))).text(),
    );
    expect(answers.map(({ item }) => item)).toEqual(items.map((_, index) => index + 1));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(2_000 + bad.length);
    const details = answers.flatMap(({ errors = [] }) => errors.map(({ detail }) => detail));
    expect(details).toEqual(bad.map(([, detail]) => expect.stringContaining(detail)));
  });

  it('keeps the places of an array that is none, and says what is wrong with it', async () => {
    const good = JSON.stringify(ITEM);
    const answer = await post('application/json', `[${good},,${good}] garbage`);
    expect(await answer.json()).toMatchObject([
      { item: 1, amountDue: 2815 },
      { item: 2, errors: [{ value: '' }] },
      { item: 3, amountDue: 2815 },
      { item: 4, errors: [{ value: '] garbage' }] },
    ]);
  });

  it.each([
    ['application/json', `[${JSON.stringify(ITEM)}]`],
    ['application/x-ndjson', `${JSON.stringify(ITEM)}\n`],
  ])('takes half a sign at the end of %s for no end', async (type, body) => {
    const answer = await post(type, Buffer.concat([Buffer.from(body), Buffer.from([0xc3])]));
    expect(await answer.text()).toContain('"item":2,"errors"');
  });

  it('says that an array was cut off', async () => {
    const answer = await post('application/json', `[${JSON.stringify(ITEM)}`);
    expect(await answer.json()).toMatchObject([{ amountDue: 2815 }, { item: 2, errors: [{}] }]);
  });

  it('answers an empty array with an empty array', async () => {
    expect(await (await post('application/json', '[]')).json()).toEqual([]);
  });

  it('refuses a large file before it has arrived', async () => {
    const answer = await post('text/csv', `PK\x03\x04${'x'.repeat(20_000_000)}`);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { detail: string }).detail).toContain('Excel workbook');
  });

  it.each([
    ['text/csv', '', 400, 'unusable-file'],
    ['text/csv', 'a,b\n1,2\n', 400, 'unusable-file'],
    ['application/json', '{}', 400, 'malformed-json'],
    ['application/xml', '<a/>', 415, 'unsupported-media-type'],
  ])('refuses %s %j as a whole with %i', async (type, body, status, problem) => {
    const answer = await post(type, body);
    expect(answer.status).toBe(status);
    expect(((await answer.json()) as { type: string }).type).toMatch(new RegExp(`#${problem}$`));
  });
});

describe('a batch that is answered before its body has been read', () => {
  it.each([
    ['it has too many wrong items', 'application/json', `[${','.repeat(500_000)}]`, 200],
    ['it is no table', 'text/csv', 'x'.repeat(500_000), 400],
  ])('lets the connection go on: %s', async (_, type, body, status) => {
    const socket = openSocket(server.port).setEncoding('latin1');
    let received = '';
    socket.on('data', (text) => {
      received += text;
    });
    const head = [
      'POST /do/api/v1/calculations/batch HTTP/1.1',
      'Host: x',
      `Content-Type: ${type}`,
      `Authorization: Basic ${btoa('admin:admin')}`,
      `Content-Length: ${body.length}`,
    ];
    try {
      socket.write(`${head.join('\r\n')}\r\n\r\n${body}GET /do/health/live HTTP/1.1\r\nHost: x\r\n\r\n`);
      await expect.poll(() => received.endsWith('{"status":"up"}'), { timeout: 10_000 }).toBe(true);
      expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    } finally {
      socket.destroy();
    }
  });
});

describe('many batches at once', () => {
  /** A batch whose body does not end yet. */
  function begin(): { req: ClientRequest; status: Promise<number> } {
    const req = request(`${server.origin}/do/api/v1/calculations/batch`, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/x-ndjson', authorization: `Basic ${btoa('admin:admin')}` },
    });
    req.write(`${JSON.stringify(ITEM)}\n`.repeat(100));
    const status = once(req, 'response').then(([res]: IncomingMessage[]) => {
      res?.resume();
      return res?.statusCode ?? 0;
    });
    return { req, status };
  }

  it('leave places to others: a caller has 16, and is told to try again with more', async () => {
    const begun = Array.from({ length: 16 }, begin);
    expect(new Set(await Promise.all(begun.map(({ status }) => status)))).toEqual(new Set([200]));
    const refused = await post('application/json', '[]');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ type: expect.stringMatching(/#busy$/) });
    for (const { req } of begun) req.end();
    await expect.poll(async () => (await post('application/json', '[]')).status).toBe(200);
  });

  it('give their places back when their clients go', async () => {
    const begun = Array.from({ length: 16 }, begin);
    await Promise.all(begun.map(({ status }) => status));
    for (const { req } of begun) req.on('error', () => undefined).destroy();
    await expect.poll(async () => (await post('application/json', '[]')).status).toBe(200);
  });
});
