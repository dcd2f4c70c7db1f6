import { describe, expect, it } from 'vitest';
import { readReturnCases } from '../tax/rules/return-cases.ts';
import { calculate } from './calculate.ts';

describe('boxes in columns', () => {
  it('are read by their codes', async () => {
    const { lines } = await calculate('1AJ;1BJ;0CF;7UF;status\n42000;25000;2;300;couple\n');
    expect(lines[0]).toMatch(/^\ufeff1AJ;1BJ;0CF;7UF;status;amountDue;/);
    expect(lines[1]).toMatch(/^42000;25000;2;300;couple;\d+;.*;198;0;0;\d+;$/);
  });

  it('give what the law gives, for every tenth case, in one file', async () => {
    const cases = readReturnCases().filter((_, index) => index % 10 === 0);
    const codes = Object.keys(cases[0]?.filled.boxes ?? {}).filter(
      (code) => !/^(status|residence)$/.test(code),
    );
    const header = ['year', 'status', 'residence', ...codes].join(',');
    const place = { metropole: '2A', guadeloupe_martinique_reunion: 'Réunion', guyane_mayotte: '973' };
    const rows = cases.map(({ filled: { year, situation, residence, boxes } }) => {
      const values = codes.map((code) => boxes[code as keyof typeof boxes] || '');
      return [year, situation, place[residence], ...values].join(',');
    });
    const { lines } = await calculate([header, ...rows].join('\n'));
    const names = lines[0]?.split(',') ?? [];
    const cell = (line: string, name: string) => line.split(',')[names.indexOf(name)];
    const wrong = cases.filter(({ expected }, index) => {
      const line = lines[index + 1] ?? '';
      if (line.endsWith('no amount is certain.')) return expected.cdhr_status === undefined;
      return (
        cell(line, 'amountDue') !== (expected.tax_due ?? '0') ||
        cell(line, 'balance') !== (expected.balance ?? '0')
      );
    });
    expect(wrong.map(({ id }) => id).slice(0, 5)).toEqual([]);
  });

  it('may be a list in one column, as simulations are saved', async () => {
    const list = await calculate('1AJ;1BJ;0CF;cases;status\n42000;25000;2;1AK=6000 7UF=300;couple\n');
    const columns = await calculate('1AJ;1BJ;0CF;1AK;7UF;status\n42000;25000;2;6000;300;couple\n');
    const results = (line: string | undefined, count: number) => line?.split(';').slice(count);
    expect(results(list.lines[1], 5)).toEqual(results(columns.lines[1], 6));
    const wrong = await calculate('1AJ;7UF;boxes\n42000;1;7UF=2\n42000;;1AJ=5\n42000;;x\n42000;;4BE=15001\n');
    expect(wrong.report.wrong).toBe(4);
  });

  it.each([
    ['1AJ,7UF\n100,x\n', '7UF "x": a whole number of euros'],
    ['1AJ,7UF\n100,1.234\n', 'may mean €1,234 or €1'],
    ['1AJ,0AL,0CF\n100,yes,1\n', '0AL "yes": only for somebody who lives alone'],
    ['1AJ,4BE\n100,15001\n', '4BE "15001": a whole number of euros from 0 to 15,000'],
    ['1AJ,residence\n100,Atlantis\n', 'residence "Atlantis": a department such as 75 or 971'],
    ['year,1AJ,overtime1\n2018,100,5\n', 'overtime1 "5": exists only from the income of 2019 on'],
    ['year,2TR,7UF\n2025,400000,100\n', 'no amount is certain'],
  ])('%j is refused with what is allowed', async (file, reason) => {
    const { lines, report } = await calculate(file);
    expect(report.wrong).toBe(1);
    expect(lines[1]?.replaceAll('""', '"')).toContain(reason);
  });
});
