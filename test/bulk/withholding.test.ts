import { describe, expect, it } from 'vitest';
import { createTaxCalculator } from '../../src/tax/tax-calculator.ts';
import { taxYear, taxYears } from '../tax/fixtures.ts';
import { calculate } from './calculate.ts';

const COUPLE = '2025,couple,48000,24000';

/** The last cells of each line, without the empty error. */
async function rates(file: string, count: number) {
  const { lines } = await calculate(file, { withRates: true });
  return lines.map((line) => line.split(',').slice(-count - 1, -1));
}

describe('a file with rates of withholding', () => {
  it('has the household rate and the individual ones, in percent with one decimal', async () => {
    const file = `incomeYear,status,salary1,salary2\n${COUPLE}\n2025,single,24000,\n`;
    expect(await rates(file, 3)).toEqual([
      ['householdRate', 'individualRate1', 'individualRate2'],
      ['7.8', '10.3', '2.9'],
      [expect.stringMatching(/^\d\.\d$/), '', ''],
    ]);
  });

  it('has the tax all the same of a year that has no values of the return', async () => {
    const years = [{ ...taxYear(2025), incomeYear: 2026, return: null }];
    const calculator = createTaxCalculator({ method: 'official', years });
    const { lines } = await calculate('salary1,incomeYear\n24000,2026\n', { calculator, withRates: true });
    expect(lines[1]).toMatch(/^24000,2026,\d+,.*\d,,,,$/);
  });

  it('has none where none is established', async () => {
    const file = `incomeYear,status,salary1,salary2,1AO\n2019,couple,48000,24000,\n${COUPLE},500\n`;
    expect((await rates(file, 3)).slice(1)).toEqual([
      ['', '', ''],
      ['', '', ''],
    ]);
  });

  it("has the neutral rate of a month's pay, by the place", async () => {
    const file = 'salary1,monthlyPay,residence\n24000,2000,\n24000,2000.50,972\n24000,,\n';
    const [names, ...lines] = await rates(file, 4);
    expect(names?.at(-1)).toBe('neutralRate');
    expect(lines.map((cells) => cells.at(-1))).toEqual(['2.9', '1.3', '']);
  });

  it('is written as spreadsheets of France have it, and read again', async () => {
    const file = 'situation;salaire 1;salaire 2;salaire mensuel\nmarié;48000;24000;4 000,00\n';
    const first = await calculate(file, { withRates: true });
    expect(first.lines[0]).toMatch(/;taux foyer;taux 1;taux 2;taux neutre;erreur$/);
    expect(first.lines[1]).toMatch(/;7,8;10,3;2,9;11,9;$/);
    expect(first.report.unusedColumns).toEqual([]);
    expect((await calculate(first.text, { withRates: true })).text).toBe(first.text);
  });

  it.each(['0', '-5', 'x', '1.234'])('refuses the pay %j at its column', async (pay) => {
    const { lines, report } = await calculate(`salary1,monthlyPay\nx,${pay}\n`, { withRates: true });
    expect(report.wrong).toBe(1);
    expect(lines[1]).toContain(
      `monthlyPay ""${pay}"": the net taxable pay of a month, above €0, is expected`,
    );
    expect(lines[1]).toContain('salary1');
  });

  it('is like any other for the method that has none, and without the question', async () => {
    const calculator = createTaxCalculator({ method: 'legacy', years: taxYears() });
    const file = 'married,children,salary,monthlyPay\nyes,2,55555,2000\n';
    const plain = await calculate(file, { calculator });
    expect(plain.report.unusedColumns).toEqual(['monthlyPay']);
    expect((await calculate(file)).lines[0]).not.toContain('Rate');
    expect((await calculate(file, { calculator, withRates: true })).lines[0]).toBe(plain.lines[0]);
  });
});
