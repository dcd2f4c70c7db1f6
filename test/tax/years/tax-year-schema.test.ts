import { describe, expect, it } from 'vitest';
import { SOURCED_VALUES } from '../../../src/tax/years/tax-year.ts';
import { taxYearSchema } from '../../../src/tax/years/tax-year-schema.ts';
import { taxYear, taxYearFile } from '../fixtures.ts';

type Data = Record<string, unknown>;

/** The valid file of a year with some values replaced, each by its path; `undefined` removes it. */
function file(changes: Readonly<Record<string, unknown>>, year = 2018): Data {
  const data = structuredClone(taxYearFile(year)) as Data;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce((node, key) => node[key] as Data, data);
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return data;
}

const placeOf = (values: unknown, path: string) =>
  path.split('.').reduce<unknown>((node, key) => (node as Data)[key], values);

const issues = (changes: Readonly<Record<string, unknown>>) =>
  (taxYearSchema.safeParse(file(changes)).error?.issues ?? []).map(({ path }) => path.join('.')).sort();

it('accepts the file that the others are made from', () => expect(issues({})).toEqual([]));

describe('refuses', () => {
  it.each([
    ['a bracket that does not rise', { 'brackets.2.from': 9964 }, 'brackets.2.from'],
    ['a rate that does not rise', { 'brackets.3.rate': 0.3 }, 'brackets.3.rate'],
    ['a scale that does not start from 0', { 'brackets.0.from': 1 }, 'brackets.0.from'],
    ['a rate above 1', { 'brackets.4.rate': 45 }, 'brackets.4.rate'],
    ['a negative rate', { 'decote.rate': -0.1 }, 'decote.rate'],
    ['a rate finer than the computation', { 'decote.rate': 0.45251 }, 'decote.rate'],
    ['cents in a threshold', { 'brackets.1.from': 9964.5 }, 'brackets.1.from'],
    ['a scale without brackets', { 'cehr.single': [] }, 'cehr.single'],
    ['a minimum above the maximum', { 'wageAllowance.min': 20_000 }, 'wageAllowance.min'],
    ['a décote lower for couples', { 'decote.maxSingle': 1971 }, 'decote.maxSingle'],
    [
      'a reduction without a phase-out',
      { 'modestReduction.fullBelowPerAdult': 21_037 },
      'modestReduction.fullBelowPerAdult',
    ],
    ['a negative amount', { collectionThreshold: -61 }, 'collectionThreshold'],
    ['an amount that no year can have', { 'decote.maxCouple': 1e9 }, 'decote.maxCouple'],
    ['a number in quotes', { 'familyQuotientCap.singleParent': '3660' }, 'familyQuotientCap.singleParent'],
    ['an offset that does not follow', { 'legacy.brackets.3.offset': 13_913.7 }, 'legacy.brackets.3.offset'],
    [
      'a legacy ceiling lower for couples',
      { 'legacy.decoteTaxCeilingCouple': 1500 },
      'legacy.decoteTaxCeilingSingle',
    ],
    ['a missing value', { 'familyQuotientCap.perHalfShare': undefined }, 'familyQuotientCap.perHalfShare'],
    ['a missing year', { incomeYear: undefined }, 'incomeYear'],
    ['an unknown key', { décote: 1 }, ''],
    [
      'a source that is not a web address',
      { 'sources.cehr.0.url': 'javascript:alert(1)' },
      'sources.cehr.0.url',
    ],
    ['a source without text', { 'sources.cehr.0.text': ' ' }, 'sources.cehr.0.text'],
  ])('%s', (_, changes, issue) => expect(issues(changes)).toEqual([issue]));

  it.each(SOURCED_VALUES)('%s without a legal source', (value) => {
    expect(issues({ [`sources.${value}`]: [] })).toEqual([`sources.${value}`]);
    expect(issues({ [`sources.${value}`]: undefined })).toEqual([`sources.${value}`]);
  });

  it.each([[null], [[]], ['2018'], [{}]])('%o without failing', (value) => {
    expect(taxYearSchema.safeParse(value).success).toBe(false);
  });

  it.each(['', 'return.', 'neutralRates.0.'])('anything else in the place of a group of %j', (prefix) => {
    const values = prefix === '' ? taxYear(2025) : placeOf(taxYear(2025), prefix.slice(0, -1));
    const junk = [{}, [], 'x', 7, [null], [[]], [{ from: 3 }]];
    for (const key of Object.keys(values as object))
      for (const value of junk)
        expect(() => taxYearSchema.safeParse(file({ [prefix + key]: value }, 2025))).not.toThrow();
  });
});

it('every issue of a file is reported at once', () => {
  const changes = {
    incomeYear: '2018',
    'brackets.1.from': 'ten thousand',
    'brackets.3.from': 100,
    'brackets.4.rate': 0.2,
    'pensionAllowance.min': 5000,
    'pensionAllowance.rate': 10,
    'decote.maxCouple': undefined,
    'modestReduction.nilFromPerAdult': 10,
    'legacy.halfShareCap': -1,
    'legacy.allowanceMin': 20_000,
    'sources.decote': [],
    'sources.shares.0.url': 'nowhere',
    extra: true,
  };
  expect(issues(changes)).toEqual(
    [
      '', // extra
      'incomeYear',
      'brackets.1.from',
      'brackets.3.from',
      'brackets.4.rate',
      'pensionAllowance.min',
      'pensionAllowance.rate',
      'decote.maxCouple',
      'modestReduction.fullBelowPerAdult',
      'legacy.halfShareCap',
      'legacy.allowanceMin',
      'sources.decote',
      'sources.shares.0.url',
    ].sort(),
  );
});
