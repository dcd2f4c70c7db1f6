import { describe, expect, it } from 'vitest';
import { INCOME_YEARS } from '../fixtures.ts';
import { returnValues } from './return-cases.ts';

describe.each(INCOME_YEARS)('the rules of the everyday return in %i', (year) => {
  const { sources, ...groups } = returnValues(year);

  it('have the same values as every other year', () => {
    const { sources: _, ...latest } = returnValues(2025);
    expect(Object.keys(groups)).toEqual(Object.keys(latest));
    for (const [name, values] of Object.entries(groups))
      if (values !== null) expect(Object.keys(values)).toEqual(Object.keys(Object(latest)[name]));
  });

  it('name the law of each rule', () => {
    const rules = Object.entries(groups).flatMap(([name, values]) => (values === null ? [] : [name]));
    expect(Object.keys(sources)).toEqual(rules);
    for (const named of Object.values(sources)) {
      expect(named.length).toBeGreaterThan(0);
      for (const { text, url } of named) {
        expect(text.length).toBeGreaterThan(5);
        expect(url ?? 'https://www.legifrance.gouv.fr/').toMatch(/^https:\/\/\S+[^\s;,.]$/);
      }
    }
  });
});
