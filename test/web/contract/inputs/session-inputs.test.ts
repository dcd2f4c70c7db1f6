import { describe, expect, it } from 'vitest';
import { credentials, sessionType } from '../../../../src/web/contract/inputs/session-inputs.ts';

it.each(['json', 'xml', 'html'])('%s is a type of session', (parameter) => {
  expect(sessionType({ parameter })).toEqual({ input: parameter });
});

it.each(['JSON', '', 'constructor'])('[%s] is none (contract §2.2)', (parameter) => {
  expect(sessionType({ parameter })).toMatchObject({
    kind: 'refusal',
    reponse: [`paramètre [type=${parameter}] invalide`],
  });
});

describe('the fields of a sign-in (contract §2.3)', () => {
  const read = (fields: Record<string, string>) => credentials({ form: new Map(Object.entries(fields)) });

  it('are user and password, and what the form carries', () => {
    const input = { user: 'admin', password: '' };
    expect(read(input)).toEqual({ input });
    expect(read({ ...input, suite: 'page=files' })).toEqual({ input });
  });

  it.each([
    [{}, ['signInFields']],
    [{ user: 'a' }, ['signInFields']],
    [{ user: 'a', password: 'b', more: 'c' }, ['signInFields']],
    [{ user: 'a', word: 'b' }, ['missingParameter']],
    [{ name: 'a', word: 'b' }, ['missingParameter', 'missingParameter']],
  ])('%j is refused', (fields, ids) => {
    const refusal = read(fields);
    if (!('messages' in refusal)) throw new Error('not refused');
    expect(refusal.messages.map(({ id }) => id)).toEqual(ids);
  });
});
