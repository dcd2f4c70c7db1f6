import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../src/bulk/column-layout.ts';
import { UnusableFile, type UnusableReason } from '../../src/bulk/csv-issues.ts';
import { knownName, otherAmount, SHORT_FIELDS } from '../../src/bulk/fields.ts';
import { formatUnusable } from '../../src/bulk/texts/format-issues.ts';
import { BOXES } from '../../src/tax/return/boxes.ts';
import { calculate } from './calculate.ts';

describe('a column is known', () => {
  it.each([
    ['Année', 'incomeYear'],
    ['Année de revenus', 'incomeYear'],
    ['Année des revenus', 'incomeYear'],
    ['SITUATION FAMILIALE', 'status'],
    ['Situation_familiale', 'status'],
    ['Marital status', 'status'],
    ['Marié(e)', 'married'],
    ['Marié(e) ou pacsé(e)', 'married'],
    ['Marié (oui/non)', 'married'],
    ["Nombre d'enfants", 'children'],
    ['Nb d’enfants à charge', 'children'],
    ['numberOfChildren', 'children'],
    ['Enfants (garde alternée)', 'sharedCustodyChildren'],
    ['Salaire', 'salary1'],
    ['Salaire net imposable', 'salary1'],
    ['Salaire annuel net imposable (en €)', 'salary1'],
    ['Salaire net imposable (EUR)', 'salary1'],
    ['annual salary', 'salary1'],
    ['Annual_Salary', 'salary1'],
    ['annualSalary', 'salary1'],
    ['Case 1AJ', 'salary1'],
    ['1BJ', 'salary2'],
    ['Salaire du conjoint', 'salary2'],
    ['Pensions de retraite', 'pension1'],
    ['salaire_2', 'salary2'],
  ])('%s is %s', (column, field) => {
    expect(knownName(column)?.field).toBe(field);
  });

  it.each([
    'Nom',
    'Salaire (2e personne)',
    'Salaire brut',
    'Salaire net',
    'Salaire mensuel',
    'Revenu imposable',
    'Revenus',
    'taxable income',
    "Année d'imposition",
    'Enfants majeurs',
    'Montant (€)',
    '',
  ])('%j is not taken for one', (column) => {
    expect(knownName(column)).toBeUndefined();
  });

  it('by a name of each field that is no name of another', () => {
    for (const field of SHORT_FIELDS) expect(knownName(field)?.field).toBe(field);
  });

  it('and so is every box, by its code and its name in both languages', () => {
    const fields: Readonly<Record<string, string>> = {
      '0BT': 'singleParent',
      '0CF': 'children',
      '0CH': 'sharedCustodyChildren',
      '1AJ': 'salary1',
      '1AS': 'pension1',
      '1BJ': 'salary2',
      '1BS': 'pension2',
    };
    for (const { code, csv } of BOXES.filter(({ row }) => row.kind !== 'choice')) {
      const names = [code, ...csv].map((name) => knownName(name)?.field);
      expect([code, ...names]).toEqual([code, ...Array(3).fill(fields[code] ?? code)]);
    }
  });

  it.each([
    ['Revenu imposable', 'afterAllowance'],
    ['taxableIncome', 'afterAllowance'],
    ['Salaire brut annuel', 'gross'],
    ['Salaire net', 'paidOut'],
    ['Salaire mensuel', 'ofMonth'],
    ['Revenus du foyer', 'ofAnyKind'],
  ])('%s is another amount: %s', (column, kind) => {
    expect(otherAmount(column)).toBe(kind);
  });
});

function refusalOf(header: string): UnusableReason {
  try {
    layoutOf(header.split(';'));
  } catch (error) {
    if (error instanceof UnusableFile) return error.reason;
    throw error;
  }
  throw new Error('not refused');
}

describe('a file', () => {
  it('with common names and values is calculated, and the other columns are told', async () => {
    const { lines, report } = await calculate(
      "Nom;Année;Situation familiale;Nombre d'enfants;Salaire net imposable (€);Ville\n" +
        'A;2025.0;Marié(e);2.0;55 555,00 €;Lyon\nB;2025;Divorcé(e);;30000;\nC;2025;Veuf(ve);;30000;\nD;2025;Séparé(e);;30000;\n',
    );
    expect(report).toMatchObject({ lines: 4, wrong: 0, unusedColumns: ['Nom', 'Ville'] });
    expect(lines[1]).toMatch(/^A;2025\.0;Marié\(e\);2\.0;55 555,00 €;Lyon;\d+;0,11;/);
  });

  it('with unmarried couples is told that they are two households', async () => {
    const { report, lines } = await calculate('situation;salaire\nConcubinage;1\nunion libre;1\n');
    expect(report.wrong).toBe(2);
    expect(lines[1]).toContain('des concubins forment deux foyers fiscaux');
  });

  it.each([
    ['Année;Situation familiale;Enfants', 'noIncomeColumn'],
    ['Année;Enfants;Revenu imposable', 'noIncomeColumn'],
    ['Nom;Revenus', 'noIncomeColumn'],
    ['Nom;Ville', 'noKnownColumn'],
    ['Enfants;Salare', 'misspeltColumn'],
    ['Salaire;Salaire net imposable', 'columnTwice'],
  ])('with %s is refused: %s', (header, code) => {
    expect(refusalOf(header)).toMatchObject({ code });
  });

  it('without an income is told why its amounts are none', () => {
    const reason = refusalOf('Enfants;Revenu imposable');
    expect(formatUnusable(reason, 'fr')).toContain("« Revenu imposable » est après l'abattement de 10 %");
    expect(formatUnusable(reason, 'en')).toContain('"Revenu imposable" is after the allowance of 10%');
  });

  it.each(['salaire\n', 'salaire\n\n;;\n', 'sep=;\nsalaire;nom\n'])(
    'of a header only (%j) is refused',
    async (file) => {
      await expect(calculate(file)).rejects.toMatchObject({ reason: { code: 'noLine' } });
    },
  );
});
