import { describe, expect, it } from 'vitest';
import type { BoxCode } from '../../../src/tax/return/boxes.ts';
import type { BoxValues } from '../../../src/tax/return/conditions.ts';
import type { Assessment } from '../../../src/tax/rules/calculate-household.ts';
import type { WithholdingQuestion } from '../../../src/tax/withholding/question.ts';
import { withholding } from '../../../src/tax/withholding/withholding.ts';
import { readWithholdingCases } from '../rules/return-cases.ts';
import { assess, assessed, grids, issueOf } from './fixtures.ts';

const ask = (assessment: Assessment, question: WithholdingQuestion = {}) =>
  withholding(assessment, question, grids);

const couple = (boxes: BoxValues = {}, year = 2025) =>
  assessed('couple', { '1AJ': 48_000, '1BJ': 24_000, ...boxes }, year);

describe('a couple with two wages', () => {
  const answer = ask(couple());

  it('has the individual rates as a rule, from September on', () => {
    expect(answer).toMatchObject({ standard: 'individual', from: '2026-09', to: '2027-08', leftOut: [] });
    expect(ask(couple({}, 2023)).standard).toBe('household');
  });

  it('sees what each rate takes from each pay', () => {
    expect(answer.household?.persons).toEqual([
      { declarant: 1, rate: 0.078, monthlyPay: 4000, withheld: 312, remaining: 3688 },
      { declarant: 2, rate: 0.078, monthlyPay: 2000, withheld: 156, remaining: 1844 },
    ]);
    expect(answer.individual?.persons).toEqual([
      { declarant: 1, rate: 0.103, monthlyPay: 4000, withheld: 412, remaining: 3588 },
      { declarant: 2, rate: 0.029, monthlyPay: 2000, withheld: 58, remaining: 1942 },
    ]);
    expect(answer.neutral?.persons.map(({ rate }) => rate)).toEqual([0.119, 0.029]);
  });

  it('sees twelve months', () => {
    expect(answer.individual?.months).toHaveLength(12);
    expect(answer.individual?.months[4]).toEqual({
      month: '2027-01',
      withheld: 470,
      remaining: 5530,
      withheldSoFar: 2350,
    });
    expect(answer.individual?.withheldInYear).toBe(5640);
  });

  it('pays what the neutral rate takes too little of', () => {
    expect(answer.neutral?.monthlySupplement).toBe(0);
    const single = ask(assessed('single', { '1AJ': 60_000 }), { monthlyPay: [2000] });
    const { household, neutral } = single;
    const own = household?.persons[0]?.withheld ?? 0;
    expect(neutral?.monthlySupplement).toBeCloseTo(own - 58, 10);
  });

  it('may say another pay, to the cent, or none', () => {
    const { household } = ask(couple(), { monthlyPay: [4321.09, null] });
    expect(household?.persons).toEqual([
      { declarant: 1, rate: 0.078, monthlyPay: 4321.09, withheld: 337.05, remaining: 3984.04 },
    ]);
  });

  it('gets the rates that it asks for', () => {
    const { household, individual, neutral } = ask(couple(), { rates: ['neutral'] });
    expect([household, individual, neutral?.territory]).toEqual([null, null, 'metropole']);
  });

  it('is told the grid of a place and a day', () => {
    const { neutral } = ask(couple(), { territory: 'guyane_mayotte', date: '2024-06-01' });
    expect(neutral).toMatchObject({
      territory: 'guyane_mayotte',
      date: '2024-06-01',
      gridFrom: '2024-01-01',
    });
    expect(neutral?.sources.length).toBeGreaterThan(0);
  });
});

it('rents and micro-businesses stay beside the pay', () => {
  expect(ask(couple({ '4BE': 1000, '5HQ': 1000 })).incomeWithoutPay).toBe(700 + 660);
});

describe('twelve months of the same incomes', () => {
  const BESIDE_PAY = ['4BE', '4BA', '2DC', '2TR', '5KO', '5KP', '5HQ', '5LO', '5LP', '5IQ'] as const;
  const paidOnly = readWithholdingCases().filter(({ filled: { boxes } }) =>
    BESIDE_PAY.every((code: BoxCode) => boxes[code] === 0),
  );

  it('withhold the tax of the household within the rounding of the rate', () => {
    expect(paidOnly.length).toBeGreaterThan(1500);
    const wrong = paidOnly.filter(({ filled }) => {
      const assessment = assess(filled);
      const tax = assessment.result.taxBeforeReductions;
      const { household } = ask(assessment, { rates: ['household'] });
      const pay = household?.persons.reduce((sum, { monthlyPay }) => sum + 12 * monthlyPay, 0) ?? 0;
      return Math.abs((household?.withheldInYear ?? 0) - tax) > 0.0005 * pay + 1;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('leave what the return owes as the balance', () => {
    for (const { filled } of paidOnly.slice(0, 200)) {
      const { household, individual, neutral } = ask(assess(filled));
      for (const plan of [household, individual, neutral])
        if (plan)
          expect(plan.balance + plan.withheldInYear).toBeCloseTo(
            assess(filled).result.settlement.amountDue,
            6,
          );
    }
  });
});

describe('what is not established', () => {
  it.each<[string, BoxValues]>([
    ['alimonyReceived', { '1AO': 100 }],
    ['exemptOvertime', { '1HH': 100 }],
    ['attachedMarriedChildren', { '0DN': 2 }],
    ['rentalDeficit', { '4BC': 100 }],
    ['costsAboveWages', { '1AK': 50_000 }],
    ['highIncomeContribution', { '2TR': 900_000 }],
  ])('keeps the own rates from being told: %s', (reason, boxes) => {
    const { household, individual, neutral, leftOut } = ask(couple(boxes));
    expect([household, individual, leftOut]).toEqual([null, null, [reason]]);
    expect(neutral).toMatchObject({ monthlySupplement: null });
  });

  it('keeps individual rates from being told alone where the pensions’ ceiling is shared', () => {
    const { household, individual, leftOut } = ask(assessed('couple', { '1AS': 40_000, '1BS': 30_000 }));
    expect(household?.rates).toHaveLength(2);
    expect([individual, leftOut]).toEqual([null, ['sharedPensionCeiling']]);
  });
});

describe('a refusal is typed and names what is allowed', () => {
  const single = assessed('single', { '1AJ': 30_000 });

  it.each([0, -1, Number.NaN, 0.001])('a pay of %d', (pay) => {
    expect(issueOf(() => ask(couple(), { monthlyPay: [2000, pay] }))).toEqual({
      code: 'payNotPositive',
      declarant: 2,
      pay,
    });
  });

  it('incomes before the rules', () => {
    const issue = issueOf(() => ask(assessed('single', { '1AJ': 30_000 }, 2019)));
    expect(issue).toEqual({ code: 'yearWithoutRates', year: 2019, from: 2020 });
  });

  it('individual rates for somebody alone', () => {
    expect(issueOf(() => ask(single, { rates: ['individual'] }))).toEqual({ code: 'alone' });
    expect(ask(single)).toMatchObject({ individual: null, standard: 'household' });
  });

  it('a day or a place without a grid', () => {
    expect(issueOf(() => ask(single, { date: '2020-01-01' }))).toMatchObject({ code: 'dateWithoutGrid' });
    expect(issueOf(() => ask(single, { territory: 'x' }))).toMatchObject({ code: 'unknownTerritory' });
  });
});
