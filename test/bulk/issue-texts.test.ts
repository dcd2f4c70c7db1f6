import { describe, expect, it } from 'vitest';
import type { CsvIssue, UnusableReason } from '../../src/bulk/csv-issues.ts';
import {
  formatIssues,
  formatReason,
  formatUnusable,
  formatUnusedColumns,
} from '../../src/bulk/texts/format-issues.ts';
import type { FileKind } from '../../src/csv/sniff.ts';

const cell = { column: 'Rémunération', value: 'x' };
const value = { ...cell, field: 'salary1', knownYears: [2018, 2019] } as const;

/** An issue of each kind, and what its words have to name. */
const issues: { readonly [Code in CsvIssue['code']]: readonly [CsvIssue & { readonly code: Code }, RegExp] } =
  {
    amount: [{ ...value, code: 'amount' }, /1[,\s]000[,\s]000[,\s]000/],
    children: [{ ...value, code: 'children' }, /30/],
    yesOrNo: [{ ...value, code: 'yesOrNo' }, /oui|yes/],
    status: [{ ...value, code: 'status' }, /veuf|widowed/],
    incomeYear: [{ ...value, code: 'incomeYear' }, /2018, 2019/],
    singleParentOnlyWhenSingle: [{ ...value, code: 'singleParentOnlyWhenSingle' }, /T\)/],
    singleParentNeedsChild: [{ ...value, code: 'singleParentNeedsChild' }, /T\)/],
    twoDeclarantsOnlyForCouple: [{ ...value, code: 'twoDeclarantsOnlyForCouple' }, /couple/],
    tooManyChildren: [{ ...value, code: 'tooManyChildren' }, /30/],
    box: [
      {
        ...cell,
        code: 'box',
        issue: { code: 'boxValue', box: '7UF', kind: 'euros', min: 0, max: 5 } as never,
      },
      /5/,
    ],
    boxList: [{ ...cell, code: 'boxList' }, /1AK=6000 7UF=300/],
    residence: [{ ...cell, code: 'residence' }, /75.*971.*Martinique/],
    monthlyPay: [{ ...cell, code: 'monthlyPay' }, /€/],
    columnCount: [{ code: 'columnCount', expected: 4, found: 3 }, /3.*4/],
    otherSeparator: [{ code: 'otherSeparator', separator: ';', found: '\t' }, /tab/],
    quote: [{ code: 'quote' }, /guillemet|quote/],
    lineTooLong: [{ code: 'lineTooLong', longest: 65_536 }, /65.?536/],
    cannotCalculate: [
      { code: 'cannotCalculate', reason: 'cdhrNotEstablished' },
      /hauts revenus|high incomes/,
    ],
  };

describe.each(['fr', 'en'] as const)('what is wrong with a line, in %s', (language) => {
  it.each(Object.entries(issues))('%s', (_, [issue, named]) => {
    const reason = formatReason(issue, language);
    expect(reason).toMatch(named);
    expect(reason).not.toMatch(/undefined|\[object|[{}]/);
    const text = formatIssues([issue], language);
    expect(text).toBe('column' in issue ? text : reason);
    if ('column' in issue) expect(text).toMatch(/^Rémunération .*x.*: ?/);
    expect(text.endsWith(reason)).toBe(true);
  });

  it('is one sentence for all', () => {
    const all = Object.values(issues).map(([issue]) => issue);
    expect(formatIssues(all, language).split(' ; ')).toHaveLength(all.length);
  });
});

it('what is wrong is said in two languages', () => {
  const same = Object.values(issues)
    .map(([issue]) => issue)
    .filter((issue) => formatReason(issue, 'fr') === formatReason(issue, 'en'));
  expect(same).toEqual([]);
});

describe('an amount that can be read in two ways', () => {
  it('is told both', () => {
    const issue: CsvIssue = { ...value, code: 'amount', value: '1.234' };
    expect(formatReason(issue, 'en')).toContain('may mean €1,234 or €1');
    expect(formatReason(issue, 'fr')).toMatch(/1\s234 €.* 1 €/u);
  });
});

it('two people who are not married are two households', () => {
  const issue: CsvIssue = { ...value, code: 'status', value: 'concubinage' };
  expect(formatReason(issue, 'en')).toContain('two households');
  expect(formatReason(issue, 'fr')).toContain('deux foyers');
});

const suspect = { column: 'salair', nearest: 'salaire' };
const unknown = { column: 'nom', nearest: null };

/** A reason of each kind, and what its words have to name. */
const reasons: {
  readonly [Code in UnusableReason['code']]: readonly [UnusableReason & { readonly code: Code }, RegExp];
} = {
  empty: [{ code: 'empty' }, /vide|empty/],
  noLine: [{ code: 'noLine' }, /foyer|household/],
  notText: [{ code: 'notText', kind: 'pdf' }, /PDF.*CSV UTF-8/s],
  headerTooLong: [{ code: 'headerTooLong', longest: 65_536 }, /65.?536.*CSV/],
  noKnownColumn: [{ code: 'noKnownColumn', columns: [unknown] }, /nom/],
  misspeltColumn: [{ code: 'misspeltColumn', columns: [suspect] }, /salair\b.*salaire/],
  noIncomeColumn: [{ code: 'noIncomeColumn', columns: [unknown] }, /nom.*10\s?%/],
  columnTwice: [{ code: 'columnTwice', columns: ['salaire', 'salary'] }, /salaire.*salary/],
  headerQuote: [{ code: 'headerQuote' }, /guillemet|quote/],
  encryptedWorkbook: [{ code: 'encryptedWorkbook' }, /mot de passe|password/],
  workbookTooLarge: [{ code: 'workbookTooLarge', most: 2 ** 29 }, /512 Mi[oB].*CSV/],
  damagedWorkbook: [{ code: 'damagedWorkbook' }, /Excel/],
  noSheet: [{ code: 'noSheet' }, /feuille|sheet/],
  mergedCells: [{ code: 'mergedCells', range: 'A3:A5' }, /A3:A5/],
  tooManyColumns: [{ code: 'tooManyColumns', most: 1_000 }, /1.?000.*CSV/],
  tooManyRows: [{ code: 'tooManyRows', most: 1_048_576 }, /1.048.576.*CSV/],
};

describe.each(['fr', 'en'] as const)('why a file cannot be used, in %s', (language) => {
  it.each(Object.entries(reasons))('%s', (_, [reason, named]) => {
    const text = formatUnusable(reason, language);
    expect(text).toMatch(named);
    expect(text).toMatch(/^[\p{Lu}].*\.$/su);
    expect(text).not.toMatch(/undefined|\[object|[{}]/);
  });

  it('names what kind of file it is', () => {
    const kinds: FileKind[] = [
      'zip',
      'archive',
      'ods',
      'xlsb',
      'oldExcel',
      'pdf',
      'image',
      'gzip',
      'utf16',
      'binary',
    ];
    const texts = kinds.map((kind) => formatUnusable({ code: 'notText', kind }, language));
    expect(new Set(texts).size).toBe(kinds.length);
  });

  it('names the first five columns', () => {
    const columns = Array.from({ length: 7 }, (_, index) => ({ column: `nom${index}`, nearest: null }));
    const text = formatUnusable({ code: 'noKnownColumn', columns }, language);
    expect(text).toContain('nom4');
    expect(text).toContain('…');
    expect(text).not.toContain('nom5');
  });

  it('needs no column to say that there is no income', () => {
    const text = formatUnusable({ code: 'noIncomeColumn', columns: [] }, language);
    expect(text).toMatch(/salaire 1|salary1/);
  });
});

describe('columns that say nothing of a household', () => {
  it('are named, ten of them at most', () => {
    expect(formatUnusedColumns([], 'en')).toBeNull();
    expect(formatUnusedColumns(['a', 'b'], 'en')).toBe('Columns not used, kept as they are: "a", "b".');
    expect(formatUnusedColumns(['a'], 'fr')).toMatch(/« a »/);
    const many = formatUnusedColumns(
      Array.from({ length: 11 }, (_, index) => `c${index}`),
      'en',
    );
    expect(many).toContain('"c9"…');
    expect(many).not.toContain('c10');
  });
});
