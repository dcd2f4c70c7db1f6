import * as fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { toXml } from '../../../../src/web/contract/representations/xml.ts';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const body = (answer: object) => toXml(answer).slice(DECLARATION.length);

describe('the bytes of the contract (§1.5)', () => {
  it('begins with the 39 characters that clients cut off', () => {
    expect(DECLARATION).toHaveLength(39);
    expect(toXml({ action: 'x' })).toBe(`${DECLARATION}<root><action>x</action></root>`);
  });

  it.each([
    [{ réponse: ['a', 'b'] }, '<réponse>a</réponse><réponse>b</réponse>'],
    [{ réponse: [] }, ''],
    [{ réponse: '' }, '<réponse></réponse>'],
    [{ réponse: null }, '<réponse></réponse>'],
    [
      { réponse: { taux: 0.14, limites: [1, 2] } },
      '<réponse><taux>0.14</taux><limites>1</limites><limites>2</limites></réponse>',
    ],
    [{ réponse: [{ id: 1 }, { id: 2 }] }, '<réponse><id>1</id></réponse><réponse><id>2</id></réponse>'],
  ])('%j', (answer, expected) => {
    expect(body(answer)).toBe(`<root>${expected}</root>`);
  });
});

describe('what comes from outside', () => {
  it('escapes markup and keeps line ends apart from the layout', () => {
    expect(body({ a: '<b>&\r\n' })).toBe('<root><a>&lt;b&gt;&amp;&#13;&#10;</a></root>');
  });

  it('replaces what XML cannot carry', () => {
    expect(body({ a: 'x\0y\u001b\uffff\ud800😀' })).toBe('<root><a>x�y���😀</a></root>');
  });

  it.each([
    ['a b', 'a_b'],
    ['1a', '_1a'],
    ['', '_'],
    ['-x', '_-x'],
    ['a><b', 'a__b'],
    ['²', '_'],
    ['ªµ', '__'],
    ['😀', '_'],
    ['ns:a', 'ns_a'],
    ['marié', 'marié'],
    ['__proto__', '__proto__'],
  ])('writes the key %j as the element %s', (key, name) => {
    const answer = JSON.parse(`{${JSON.stringify(key)}:1}`) as object;
    expect(body(answer)).toBe(`<root><${name}>1</${name}></root>`);
  });

  it('stays well-formed whatever the keys and values', () => {
    const answers = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
    );
    fc.assert(
      fc.property(answers, (answer) => {
        expect(XMLValidator.validate(toXml({ réponse: answer }))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
