import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { run } from '../../src/cli/run.ts';
import { shippedTaxYears } from '../../src/database/tax-years/shipped-tax-years.ts';
import { formatTaxYear } from '../../src/database/tax-years/tax-year-file.ts';
import type { ReturnValues } from '../../src/tax/rules/return-year.ts';
import type { NeutralGrid } from '../../src/tax/withholding/neutral-grid.ts';
import type { TaxYearDocument } from '../../src/tax/years/tax-year-document.ts';
import { fakeProcess } from './terminal.ts';

const [year2018] = shippedTaxYears() as [TaxYearDocument];
const year2025 = shippedTaxYears().at(-1) as TaxYearDocument;

/** The latest year with another number, and its grid from the first day of the year after. */
function nextYear(incomeYear: number): TaxYearDocument {
  const from = `${incomeYear + 1}-01-01`;
  return { ...year2025, incomeYear, neutralRates: year2025.neutralRates.map((grid) => ({ ...grid, from })) };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tax-years-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function taxYears(command: string, language: 'fr' | 'en' = 'en') {
  const { context, written } = fakeProcess('', false, { cwd: folder, baseDir: folder, language });
  return { code: await run(['tax-years', ...command.split(' ')], context), ...written };
}

/** The problems of a file, each as its lines, without the title. */
async function issues(text: string | Buffer, language: 'fr' | 'en' = 'en'): Promise<string[]> {
  writeFileSync(join(folder, 'year.yaml'), text);
  const { code, stdout, stderr } = await taxYears('import year.yaml', language);
  expect([code, stdout]).toEqual([1, '']);
  const [title, ...rest] = stderr.trimEnd().split('\n\n');
  expect(title).toContain(join(folder, 'year.yaml'));
  expect(stderr).not.toMatch(/Invalid input|expected|undefined|\[object/);
  return rest;
}

describe('an invalid file', () => {
  it('is told as check-config tells it: every issue, its place, what is allowed, what to do', async () => {
    const text = formatTaxYear(year2018)
      .replace('incomeYear: 2018', 'incomeYear: x')
      .replace('from: 27519', 'from: 9000')
      .replace('rate: 0.45', 'rate: 45')
      .replace('collectionThreshold: 61', 'collectionTreshold: 61');
    expect(await issues(text)).toEqual([
      expect.stringMatching(
        /^year\.yaml, line 2, column 1 · collectionThreshold\n {2}this key is missing\n {2}Allowed: a whole number from 0 to 50000\n {2}Hint: Add for example collectionThreshold: 61$/,
      ),
      `year.yaml, line 2, column 13 · incomeYear: x
  this value is not allowed
  Allowed: a whole number from 2000 to 2100
  Hint: Write for example incomeYear: 2025`,
      expect.stringMatching(
        /brackets\[2\]\.from: 9000\n {2}this value contradicts the others\n {2}Allowed: more than 9964, /,
      ),
      expect.stringMatching(
        /brackets\[4\]\.rate: 45\n.*\n {2}Allowed: a fraction from 0 to 1 .*\n.*rate: 0\.45$/,
      ),
      expect.stringMatching(
        /· collectionTreshold\n {2}unknown key\n.*\n {2}Hint: Did you mean collectionThreshold\?$/,
      ),
    ]);
  });

  it('is told in French', async () => {
    expect(
      await issues('incomeYear: 1999\n', 'fr'),
    ).toContain(`year.yaml, ligne 1, colonne 13 · incomeYear: 1999
  cette valeur n'est pas permise
  Permis : un entier de 2000 à 2100
  Conseil : Écrivez par exemple incomeYear: 2025`);
  });

  it('may lack anything: what belongs there is said', async () => {
    const all = (await issues('{}')).join('\n');
    expect(all).toContain('Allowed: a list of at least one item, each { from, rate }');
    expect(all).toContain('Allowed: { rate, min, max }');
    expect(all).toMatch(/· legacy\n.*\n {2}Allowed: \{ brackets, .* \}, or null\n/);
    expect(all).toContain('tax-server tax-years export 2025');
  });

  it('without legal sources, or with one that is no web address', async () => {
    const { brackets, ...others } = year2018.sources;
    const sources = { ...others, brackets: [{ ...brackets[0], url: 'legifrance' }], decote: [] };
    const [decote, bracket] = await issues(formatTaxYear({ ...year2018, sources } as TaxYearDocument));
    expect(bracket).toMatch(/sources\.brackets\[0\]\.url: legifrance\n.*\n {2}Allowed: an address http/);
    expect(decote).toMatch(
      /sources\.decote\n.*\n {2}Allowed: a list of at least one item, each \{ text, url \}/,
    );
  });

  it.each([
    ['a tab', 'incomeYear: 2018\n\tbrackets: []', 'line 2, column 1\n  the line is indented with a tab'],
    ['an alias to nothing', 'incomeYear: *year', 'line 1, column 13\n  reference (*name)'],
    ['UTF-16', Buffer.from('\uFEFFincomeYear: 2018', 'utf16le'), 'this file is saved in UTF-16'],
  ])('that is no YAML: %s', async (_, text, expected) => {
    expect((await issues(text)).join('\n')).toContain(expected);
  });

  it('of the earlier application is told by its own keys', async () => {
    const text = readFileSync('test/database/data/admindata.json', 'utf8')
      .replace('73779', '7377')
      .replace('"plafond_decote_couple": 1970', '"plafond_decote_couple": "x"');
    expect((await issues(text)).join('\n')).toMatch(
      /plafond_decote_couple: "x"\n.*\n {2}Allowed: a number\n {2}Hint: Compare with the admindata\.json/,
    );
    const other = text.replace('"x"', '19');
    expect((await issues(other)).join('\n')).toMatch(/limites\[2\]: 7377\n.*\n {2}Allowed: more than 27519/);
    expect((await issues(other.replace('9964, ', ''))).join('\n')).toContain('differ in length');
  });

  it('that is not there', async () => {
    expect((await taxYears('import none.yaml', 'fr')).stderr).toBe(
      `Fichier : ${join(folder, 'none.yaml')}: il n’existe pas\n`,
    );
  });
});

describe('a year later than all others', () => {
  const place = (incomeYear: number) =>
    writeFileSync(join(folder, 'next.yaml'), formatTaxYear(nextYear(incomeYear)));

  it('is the default from its import to its removal, and that is said', async () => {
    place(2026);
    const imported = await taxYears('import next.yaml');
    expect([imported.code, imported.stderr]).toEqual([0, '']);
    expect(imported.stdout).toMatch(
      /year added.*\n.*for 2026 from now on.*\(tax\.income_year: latest\).*2025/,
    );
    expect((await taxYears('import next.yaml')).stdout).not.toContain('latest');
    const other = await taxYears('import next.yaml --year 2025');
    expect([other.code, other.stdout]).toEqual([1, '']);
    expect(other.stderr).toMatch(/incomeYear[\s\S]*is not 2025, which --year asks for/);
    const removed = await taxYears('remove 2026');
    expect(removed.stdout).toMatch(/year removed.*\n.*for 2025 from now on/);
    expect(removed.stdout).not.toContain('To keep');
    expect((await taxYears('list')).stdout).not.toContain('2026');
    expect((await taxYears('remove 2026')).stderr).toContain('Year 2026 is not known');
    const audit = readFileSync(join(folder, 'logs', 'audit.log'), 'utf8');
    expect(audit.match(/tax-year-(import|remove)/g)).toHaveLength(3);
  });

  it('is not the default where the configuration names one, nor removed while it does', async () => {
    place(2026);
    const config = join(folder, 'config.yaml');
    writeFileSync(config, 'tax: {income_year: 2024}');
    expect((await taxYears('import next.yaml')).stdout).toContain('still computed for 2024');
    writeFileSync(config, 'tax: {income_year: 2026}');
    const { code, stderr } = await taxYears('remove 2026');
    expect([code, stderr]).toEqual([1, expect.stringContaining('tax.income_year: 2026')]);
    expect((await taxYears('list')).stdout).toContain('2026');
  });
});

it('a year of the program gets its first values back', async () => {
  writeFileSync(
    join(folder, 'changed.yaml'),
    formatTaxYear({ ...year2018, collectionThreshold: 77, legacy: null }),
  );
  await taxYears('import changed.yaml');
  expect((await taxYears('export 2018')).stdout).toContain('collectionThreshold: 77');
  const { code, stdout } = await taxYears('remove 2018', 'fr');
  expect([code, stdout]).toEqual([0, expect.stringContaining('valeurs livrées avec le programme rétablies')]);
  expect((await taxYears('export 2018')).stdout).toBe(formatTaxYear(year2018));
});

describe('the further groups of a year', () => {
  it('travel with it', async () => {
    const text = formatTaxYear(nextYear(2026)).replace('aidCeiling: 1000', 'aidCeiling: 2000');
    writeFileSync(join(folder, 'next.yaml'), text);
    await taxYears('import next.yaml');
    expect(parse((await taxYears('export 2026')).stdout)).toEqual(parse(text));
    expect((await taxYears('list')).stdout).toMatch(/^2026 {2}official$/m);
  });

  it('may be missing as wholes, which is said', async () => {
    const { return: _, neutralRates: __, ...short } = nextYear(2026);
    writeFileSync(join(folder, 'next.yaml'), stringify(short));
    const imported = await taxYears('import next.yaml');
    expect(imported.stdout).toMatch(/lacks the group return: for 2026 only wages.*tax-years export 2025/);
    expect((await taxYears('list')).stdout).toMatch(
      /^2026 {2}official {2}\(wages, pensions and children only/m,
    );
    expect(imported.stdout).toMatch(/lacks the group neutralRates: there is no grid .* for 2027/);
    expect((await taxYears('export 2026')).stdout).toMatch(/^return: null$/m);
    writeFileSync(join(folder, 'old.yaml'), formatTaxYear(year2018));
    expect((await taxYears('import old.yaml')).stdout).not.toContain('neutralRates');
  });

  it('have all their faults told', async () => {
    const { nicheCap, ...values } = year2025.return as ReturnValues;
    const { cdhr, ...sources } = values.sources;
    const gifts = { ...values.gifts, rate: 66 };
    const childCare = { ...values.childCare, ceilingShared: 9000 };
    const invalid = { ...year2025, return: { ...values, gifts, childCare, unionDue: 1, sources } };
    const all = (await issues(stringify(invalid))).join('\n\n');
    expect(all).toMatch(/return\.gifts\.rate: 66\n.*\n.*fraction.*\n.*rate: 0\.66/);
    expect(all).toMatch(/return\.childCare\.ceilingShared: 9000\n.*\n.*at most ceilingPerChild/);
    expect(all).toMatch(/return\.nicheCap\n.*missing\n.*\{ amount \}/);
    expect(all).toMatch(/return\.unionDue\n.*unknown key\n.*\n.*unionDues\?/);
    expect(all).toMatch(/return\.sources\.cdhr\n.*missing\n.*a list of at least one item/);
  });

  it('have grids of the neutral rate whose issues are told too', async () => {
    const [grid] = year2025.neutralRates as [NeutralGrid];
    const { guyane_mayotte: _, ...territories } = grid.territories;
    const grids = [grid, { ...grid, territories }, { ...grid, from: '2026-02-30', sources: [] }];
    const all = (await issues(stringify({ ...year2025, neutralRates: grids }))).join('\n\n');
    expect(all).toMatch(/neutralRates\[1\]\.from: 2026-01-01\n.*\n.*a day after 2026-01-01/);
    expect(all).toMatch(/neutralRates\[1\]\.territories\.guyane_mayotte\n.*missing/);
    expect(all).toMatch(/neutralRates\[2\]\.from: 2026-02-30\n.*\n.*a day such as 2026-01-31/);
    expect(all).toMatch(/neutralRates\[2\]\.sources/);
    const other = (await issues(stringify({ ...year2025, incomeYear: 2026 }))).join('\n\n');
    expect(other).toMatch(/neutralRates\[0\]\.from: 2026-01-01\n.*\n.*a day of 2027, the year after/);
  });
});
