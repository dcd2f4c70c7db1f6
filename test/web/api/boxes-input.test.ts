import { describe, expect, it } from 'vitest';
import type { Calculators } from '../../../src/model/web-services.ts';
import { calculate } from '../../../src/tax/calculation-result.ts';
import { BOXES } from '../../../src/tax/return/boxes.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { readCalculation } from '../../../src/web/api/calculation-input.ts';
import { openApi } from '../../../src/web/api/openapi.ts';
import { taxYears } from '../../tax/fixtures.ts';
import { readReturnCases } from '../../tax/rules/return-cases.ts';

const official = createTaxCalculator({ method: 'official', years: taxYears() });
const legacy = createTaxCalculator({ method: 'legacy', years: taxYears() });
const calculators: Calculators = {
  tax: () => official,
  taxBy: (method) => (method === 'official' ? official : legacy),
  defaultIncomeYear: () => 2025,
};

function read(household: object, more: object = {}) {
  return readCalculation({ household, ...more }, calculators);
}

function answer(household: object, more: object = {}) {
  const reading = read(household, more);
  if ('issues' in reading) throw new Error(JSON.stringify(reading.issues));
  return calculate(reading.calculation);
}

function issues(household: object, more: object = {}): string[] {
  const reading = read(household, more);
  return 'issues' in reading ? reading.issues.map(({ pointer, detail }) => `${pointer} ${detail}`) : [];
}

describe('boxes of a request', () => {
  it('are calculated like any other household', () => {
    expect(answer({ status: 'single', boxes: { '1AJ': 30_000, '7UF': 100 } })).toMatchObject({
      amountDue: 1_498,
      reductions: 66,
      balance: 1_498,
      referenceIncome: 27_000,
    });
    expect(answer({ status: 'single', declarants: [{ salary: 30_000 }], boxes: { '7UF': 100 } })).toEqual(
      answer({ status: 'single', boxes: { '1AJ': 30_000, '7UF': 100 } }),
    );
    expect(answer({ status: 'single', boxes: { '1AJ': 20_000, '7GA': 3_000, '0CF': 1 } }).amountDue).toBe(
      -1_500,
    );
  });

  it('give what the law gives, for every tenth case', () => {
    const cases = readReturnCases().filter(
      ({ expected }, index) => index % 10 === 0 && !expected.cdhr_status,
    );
    expect(cases.length).toBeGreaterThan(1_000);
    for (const { id, filled, expected } of cases) {
      const { year: incomeYear, situation: status, residence } = filled;
      const boxes = Object.fromEntries(Object.entries(filled.boxes).filter(([, value]) => value !== 0));
      delete boxes.status;
      delete boxes.residence;
      const place = { metropole: '75', guadeloupe_martinique_reunion: 972, guyane_mayotte: 'Mayotte' }[
        residence
      ];
      const { amountDue, balance } = answer({ status, boxes, residence: place }, { incomeYear });
      expect([id, amountDue, balance]).toEqual([
        id,
        Number(expected.tax_due ?? 0),
        Number(expected.balance ?? 0),
      ]);
    }
  });

  it('warn of what is hardly meant, and count it all the same', () => {
    const { warnings, reductions } = answer({ status: 'single', boxes: { '1AJ': 40_000, '7EC': 1 } });
    expect(reductions).toBe(153);
    expect(warnings).toMatchObject([{ warning: 'schoolChildrenAmongChildren', boxes: ['7EC'], max: 0 }]);
  });

  it('are all in the OpenAPI document', () => {
    const document = JSON.stringify(openApi({ alias: '', prefix: '/do' }, '1'));
    const missing = BOXES.filter(
      ({ row, code }) => row.kind !== 'choice' && !document.includes(`"${code}":`),
    );
    expect(missing).toEqual([]);
  });
});

describe('an issue is told at its box', () => {
  it.each<[string, object, object, string[]]>([
    ['unknown', { boxes: { '9ZZ': 1 } }, {}, ['/household/boxes/9ZZ is not known']],
    [
      'negative',
      { boxes: { '7UF': -1 } },
      {},
      ['/household/boxes/7UF a whole number of euros from 0 to 1,000,000,000 is expected'],
    ],
    ['no whole number', { boxes: { '7UF': 1.5 } }, {}, ['/household/boxes/7UF is not a whole number']],
    [
      'too large',
      { boxes: { '4BE': 15_001 } },
      {},
      ['/household/boxes/4BE a whole number of euros from 0 to 15,000 is expected'],
    ],
    [
      'of another year',
      { boxes: { '1GH': 10 } },
      { incomeYear: 2018 },
      ['/household/boxes/1GH exists only from the income of 2019 on'],
    ],
    [
      'twice',
      { declarants: [{ salary: 5 }], boxes: { '1AJ': 5 } },
      {},
      ['/household/boxes/1AJ says the same as a field of the household: leave one of them out'],
    ],
    [
      'alone',
      { boxes: { '1AJ': 9_000, '1BK': 100, '1AK': 10 } },
      {},
      [
        '/household/boxes/1BK needs a salary or unemployment benefit of the second person (1BJ, 1BP)',
        '/household/boxes/1BK is for the second person: only a couple, married or in a PACS, has one',
      ],
    ],
    [
      'with children in L',
      { boxes: { '0AL': true, '0CF': 1 } },
      {},
      ['/household/boxes/0AL only for somebody who lives alone, without children or dependants'],
    ],
    [
      'a part above its whole',
      { boxes: { '0CG': 2, '0CF': 1 } },
      {},
      ['/household/boxes/0CG is a part of box 0CF: at most 1'],
    ],
    [
      'a place',
      { declarants: [{}], residence: 'Atlantis' },
      {},
      ['/household/residence is neither a department nor a known name'],
    ],
  ])('%s', (_name, household, more, expected) => {
    expect(issues({ status: 'single', ...household }, more)).toEqual(expected);
  });
});
