import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { InvalidTaxYear } from '../../../src/database/tax-years/invalid-tax-year.ts';
import { shippedTaxYears } from '../../../src/database/tax-years/shipped.ts';
import { formatTaxYear, parseTaxYearFile } from '../../../src/database/tax-years/tax-year-file.ts';
import type { TaxYear } from '../../../src/tax/tax-year.ts';

const adminData = readFileSync('test/database/data/admindata.json', 'utf8');
const [year2018] = shippedTaxYears() as [TaxYear];

function faultsOf(text: string, name = 'year.yaml'): string[] {
  try {
    parseTaxYearFile(text, name);
  } catch (error) {
    if (!(error instanceof InvalidTaxYear)) throw error;
    return error.faults.map(({ where, message }) => `${where}: ${message}`);
  }
  throw new Error('the file is accepted');
}

describe('a tax year in YAML', () => {
  it.each(shippedTaxYears())('reads what it wrote: $incomeYear', (year) => {
    expect(parseTaxYearFile(formatTaxYear(year), 'year.yaml')).toEqual({ kind: 'tax-year', year });
  });

  it('names every fault at once, with its place', () => {
    const text = formatTaxYear(year2018)
      .replace('from: 27519', 'from: 9000')
      .replace('rate: 0.45', 'rate: 45')
      .replace('collectionThreshold: 61', 'collectionTreshold: 61');
    const faults = faultsOf(text, '/tmp/année.yaml');
    const lines = text.split('\n');
    const lineOf = (part: string) => lines.findIndex((line) => line.includes(part)) + 1;
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringContaining(`/tmp/année.yaml:${lineOf('from: 9000')}:11: brackets.2.from: must be above`),
        expect.stringContaining(`/tmp/année.yaml:${lineOf('rate: 45')}:11: brackets.4.rate`),
        expect.stringContaining('collectionTreshold'),
        expect.stringMatching(/collectionThreshold: .*expected/),
      ]),
    );
  });

  it('asks for the legal sources', () => {
    expect(faultsOf(formatTaxYear({ ...year2018, sources: { ...year2018.sources, decote: [] } }))).toEqual([
      expect.stringMatching(/sources.decote: .*legal source/),
    ]);
  });

  it.each([
    ['a tab', 'incomeYear: 2018\n\tbrackets: []'],
    ['a cut file', formatTaxYear(year2018).slice(0, 200)],
    ['an alias to nothing', 'incomeYear: *year'],
    ['a list', '- 1'],
    ['nothing', ''],
    ['another kind of file', 'GIF89a'],
    ['a forged prototype', '__proto__: { incomeYear: 2018 }'],
  ])('refuses %s', (_, text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });
});

describe("the earlier application's admindata.json", () => {
  it('gives the constants of the course method', () => {
    expect(parseTaxYearFile(adminData, 'admindata.json')).toEqual({
      kind: 'admin-data',
      course: year2018.course,
    });
  });

  it('may come with the id of a server’s answer', () => {
    const text = adminData.replace('{', '{ "id": 1,');
    expect(parseTaxYearFile(text, 'admindata.json')).toMatchObject({ course: year2018.course });
  });

  it('names its faults by its own keys', () => {
    const text = adminData
      .replace('73779', '7377')
      .replace('20163.45', '20163.4')
      .replace('"plafond_decote_couple": 1970', '"plafond_decote_couple": 19');
    const faults = faultsOf(text, 'admindata.json');
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringContaining('limites.2: must be above'),
        expect.stringContaining('coeffn.4: must be'),
        expect.stringContaining('plafond_decote_celibataire: must not be above'),
      ]),
    );
  });

  it('needs all its keys and lists of one length', () => {
    expect(faultsOf('{"limites": [1], "coeffr": [0, 1], "coeffn": [0]}').length).toBeGreaterThan(9);
    expect(faultsOf(adminData.replace('9964, ', ''))).toEqual([
      expect.stringContaining('as many values as one another'),
    ]);
  });
});
