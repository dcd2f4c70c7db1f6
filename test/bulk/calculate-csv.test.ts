import { describe, expect, it } from 'vitest';
import type { OfficialResult } from '../../src/tax/official/official-result.ts';
import type { Household } from '../../src/tax/return/household.ts';
import { readTaxCases } from '../tax/fixtures.ts';
import { calculate, calculator } from './calculate.ts';

const HEADER =
  'id,incomeYear,status,singleParent,children,sharedCustodyChildren,salary1,pension1,salary2,pension2';

function line(id: string, incomeYear: number, household: Household): string {
  const { situation, singleParent, children, sharedCustodyChildren, declarants } = household;
  const [first, second] = declarants;
  return [
    id,
    incomeYear,
    situation,
    singleParent ? 'yes' : 'no',
    children,
    sharedCustodyChildren,
    first.salary,
    first.pension,
    second?.salary ?? '',
    second?.pension ?? '',
  ].join(',');
}

describe('the lines of a file', () => {
  it('get the results of the calculator, all reference cases of it', async () => {
    const cases = readTaxCases();
    const file = [HEADER, ...cases.map((each) => line(each.id, each.incomeYear, each.household))].join('\n');
    const { lines, report } = await calculate(file);
    expect(report).toEqual({
      bytes: file.length,
      lines: cases.length,
      wrong: 0,
      wrongLines: [],
      unusedColumns: ['id'],
    });
    expect(lines[0]).toBe(
      `${HEADER},amountDue,rate,decote,reduction,surcharge,cehr,taxableIncome,shares,referenceIncome,reductions,credits,withheld,balance,error`,
    );
    const expected = cases.map(({ id, household, incomeYear }) => {
      const tax = calculator.calculate(household, incomeYear) as OfficialResult;
      const { amountDue, rate, decote, reduction, surcharge, cehr, taxableIncome, shares } = tax;
      const short = [amountDue, rate, decote, reduction, surcharge, cehr, taxableIncome, shares];
      const results = [...short, taxableIncome, 0, 0, 0, amountDue];
      return `${line(id, incomeYear, household)},${results.join(',')},`;
    });
    expect(lines.slice(1)).toEqual(expected);
  });

  it('are answered in French with semicolons and decimal commas as they came', async () => {
    const { text, report } = await calculate(
      'nom;année;marié;enfants;salaire\r\nDupont;2018;oui;2;55 555\r\n',
    );
    expect(text).toBe(
      '\ufeffnom;année;marié;enfants;salaire;impôt;taux;décôte;réduction;surcôte;CEHR;revenu imposable;parts;revenu fiscal de référence;réductions;crédits;retenue;solde;erreur\n' +
        'Dupont;2018;oui;2;55 555;2815;0,14;0;0;0;0;49999;3;49999;0;0;0;2815;\n',
    );
    expect(report.wrong).toBe(0);
  });

  it('may be those of taxpayersdata.txt, with comments and wrong lines', async () => {
    const { lines, report } = await calculate(
      '# id, marié, enfants, salaire\n1,oui,2,55555\n\n# fin\n11,12\n12,oui,3,200000, x, y\nx,x,x,x\n',
      { defaultIncomeYear: 2018 },
    );
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^id,marié,enfants,salaire,impôt,taux/);
    expect(lines[1]).toBe('1,oui,2,55555,2815,0.14,0,0,0,0,49999,3,49999,0,0,0,2815,');
    expect(report).toMatchObject({
      lines: 4,
      wrong: 3,
      wrongLines: [
        { line: 5, issues: [{ code: 'columnCount', expected: 4, found: 2 }] },
        { line: 6, issues: [{ code: 'columnCount', expected: 4, found: 6 }] },
        { line: 7, issues: [{ column: 'marié' }, { column: 'enfants' }, { column: 'salaire' }] },
      ],
    });
  });
});
