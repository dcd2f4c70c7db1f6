import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateMember } from '../../../src/web/api/json-members.ts';

const duplicateIn = (text: string) => duplicateMember(text, JSON.parse(text));

describe('a member that an object has twice', () => {
  it.each([
    ['{"a":1,"a":2}', 'a'],
    ['{"a":1,"b":{"c":1,"d":[],"c":{}}}', 'c'],
    ['[{"a":1},{"b":1,"b":1}]', 'b'],
    ['{"a":[{"a":1}],"a":1}', 'a'],
    ['{"a":"x:y","a":1}', 'a'],
    ['{"a" :1,"a"\n:1}', 'a'],
    ['{"\\u0061":1,"a":1}', 'a'],
    ['{"\\"":1,"\\"":1}', '"'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
    ['{"a":1,"a":2,"b":1,"b":2}', 'a'],
  ])('%s', (text, member) => {
    expect(duplicateIn(text)).toBe(member);
  });
});

describe('members that are there once', () => {
  it.each([
    '1',
    'null',
    '"a:b"',
    '[]',
    '{}',
    '{"a":1,"A":2}',
    '[{"a":1},{"a":2}]',
    '{"a":{"a":{"a":":"}}}',
    '{"a:":"\\":","b":"{\\"a\\":1,\\"a\\":2}"}',
    '{"":1," ":2}',
  ])('%s', (text) => {
    expect(duplicateIn(text)).toBeNull();
  });

  it('are those of everything that JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(2), (value, spaces) => {
        expect(duplicateMember(JSON.stringify(value, null, spaces), value)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});
