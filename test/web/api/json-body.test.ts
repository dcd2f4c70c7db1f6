import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/web/api/json-body.ts';
import { ask } from '../support/inject.ts';
import { apiWith } from '../support/serve-api.ts';

const application = apiWith({});
const post = (body: string, headers: Record<string, string> = {}) =>
  ask(application, {
    method: 'POST',
    path: '/do/api/v1/calculations',
    headers: { host: 'localhost', authorization: 'Bearer x', 'content-type': 'application/json', ...headers },
    body,
  });

const BODY = '{"household":{"status":"single","declarants":[{"salary":30000}]}}';

describe('a body', () => {
  it.each(['application/json', 'APPLICATION/JSON; charset="UTF-8"', 'application/json;charset=utf-8;x=y'])(
    'of %s is read',
    async (type) => {
      const { status, text } = await post(BODY, { 'content-type': type });
      expect([status, JSON.parse(text).amountDue]).toEqual([200, expect.any(Number)]);
    },
  );

  it.each([
    ['text/plain', 'Content-Type is text/plain; send application/json in UTF-8.'],
    ['application/json; charset=latin1', 'Content-Type is application/json; charset=latin1; send'],
    ['application/jsonp', 'Content-Type is application/jsonp; send'],
    ['', 'Content-Type is ; send application/json in UTF-8.'],
  ])('of %j is refused', async (type, detail) => {
    const { status, headers, text } = await post(BODY, { 'content-type': type });
    expect([status, headers.get('accept')]).toEqual([415, 'application/json']);
    expect(JSON.parse(text).detail).toContain(detail);
  });

  it.each([
    ['{"household":', /^The body .+\.$/],
    ['{"a":1,"a":2}', /^The body .*"?a"?.*\.$/],
  ])('that is %s is refused with what is wrong', async (body, detail) => {
    const { status, text } = await post(body);
    expect([status, JSON.parse(text).type]).toEqual([400, '/do/api/v1/docs#malformed-json']);
    expect(JSON.parse(text).detail).toMatch(detail);
  });

  it('is answered in JSON only', async () => {
    const { status, text } = await post(BODY, { accept: 'text/html' });
    expect([status, JSON.parse(text).type]).toEqual([406, '/do/api/v1/docs#not-acceptable']);
  });
});

describe('bytes', () => {
  const malformed = (detail: string) => expect.objectContaining({ type: 'malformed-json', detail });

  it('that are none are no JSON', () => {
    expect(() => parseJson(new Uint8Array())).toThrow(malformed('The body is empty.'));
  });

  it('that are no UTF-8 are no JSON', () => {
    expect(() => parseJson(Buffer.from('"é"', 'latin1'))).toThrow(malformed('The body is not UTF-8.'));
  });
});
