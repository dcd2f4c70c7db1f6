import { describe, expect, it } from 'vitest';
import { ask } from '../support/inject.ts';
import { apiWith, calculators } from '../support/serve-api.ts';

const post = (body: string, headers: Record<string, string>, query = '', services = {}) =>
  ask(apiWith(services), {
    method: 'POST',
    path: `/do/api/v1/calculations/batch${query}`,
    headers: { host: 'localhost', authorization: 'Bearer x', ...headers },
    body,
  });
const csv = { 'content-type': 'text/csv' };
const spool = () => ({ write: async () => false, read: async function* () {}, close: async () => {} });

describe('a batch', () => {
  it('names the columns that it does not use', async () => {
    const { status, headers, text } = await post('salary;name;né à\n30000;a;b\n', csv, '', { spool });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('unused-columns')).toBe('name, n%C3%A9%20%C3%A0');
    expect(text).toMatch(/^\ufeffsalary;name;né à;amountDue;.*\n30000;a;b;\d+;/);
  });

  it('has the rates of withholding beside when it asks for them', async () => {
    const body = 'salary\n30000\n';
    const without = await post(body, csv, '?withholding=false', { spool });
    const with_ = await post(body, csv, '?withholding=true', { spool });
    const columns = ({ text }: { text: string }) => text.split('\n', 1)[0]?.split(';').length ?? 0;
    expect(columns(with_)).toBeGreaterThan(columns(without));
  });

  it.each([
    ['text/csv', '?withholding=yes', {}, 'withholding is "yes"; send true or false.'],
    ['application/json', '?withholding=true', {}, 'withholding=true is for text/csv; POST /withholding'],
    [
      'text/csv',
      '?withholding=true',
      { tax: () => calculators.taxBy('legacy') },
      'withholding=true needs the official method.',
    ],
  ])('of %s with %s is refused', async (type, query, services, detail) => {
    const { status, text } = await post('salary\n1\n', { 'content-type': type }, query, services);
    expect([status, JSON.parse(text).type]).toEqual([400, '/do/api/v1/docs#malformed-request']);
    expect(JSON.parse(text).detail).toContain(detail);
  });

  it.each([
    [{ 'content-type': 'text/html' }, 'Content-Type is "text/html"; send application/json'],
    [{ 'content-type': 'constructor' }, 'Content-Type is "constructor"; send'],
    [{}, 'Content-Type is ""; send'],
    [{ ...csv, 'content-encoding': 'gzip' }, 'Content-Encoding is gzip; send'],
  ])('with the headers %j is refused', async (headers, detail) => {
    const answer = await post('salary\n1\n', headers);
    expect([answer.status, answer.headers.get('accept')]).toEqual([
      415,
      'application/json, application/x-ndjson, text/csv',
    ]);
    expect(JSON.parse(answer.text).detail).toContain(detail);
  });

  it('is answered in its own form, or not at all', async () => {
    const { status, text } = await post('salary\n1\n', { ...csv, accept: 'application/json' });
    expect([status, JSON.parse(text).detail]).toEqual([
      406,
      'The answer to text/csv is text/csv, which Accept does not take.',
    ]);
  });

  it('of which nothing can be made is told why, before anything is sent', async () => {
    const { status, text } = await post('name\na\n', csv);
    expect([status, JSON.parse(text).type]).toEqual([400, '/do/api/v1/docs#unusable-file']);
    expect(JSON.parse(text).detail).toContain('No column is recognised: "name"');
  });
});
