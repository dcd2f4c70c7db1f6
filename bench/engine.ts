import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { explain } from '../src/tax/explanation/explain.ts';
import { calculateOfficial } from '../src/tax/official/official.ts';
import { prepareYear } from '../src/tax/official/prepared-year.ts';
import type { Household } from '../src/tax/return/household.ts';
import { householdSchema } from '../src/tax/return/household-schema.ts';
import { calculateReturn } from '../src/tax/rules/calculate-return.ts';
import { createTaxCalculator } from '../src/tax/tax-calculator.ts';
import type { TaxYear } from '../src/tax/years/tax-year.ts';
import { readTaxCases, taxYears } from '../test/tax/fixtures.ts';
import { preparedYear, readReturnCases } from '../test/tax/rules/return-cases.ts';
import type { Row } from './row.ts';

const ROUNDS = 200;
const PASSES_PER_ROUND = 5;
/** How many times as long as a result its explanation may take. */
const STEPS_TARGET = 3;
const MEGABYTE = 1024 * 1024;

/**
 * The baseline: what a programmer writes from a textbook page. The same households and years in floating point, without
 * rounding rules, box T, widowed reduction, 20 % reduction, CEHR or intermediate amounts: a number, not a result.
 */
function textbookTax(household: Household, year: TaxYear): number {
  const { declarants, situation, children, sharedCustodyChildren } = household;
  let income = 0;
  for (const { salary, pension } of declarants) {
    const { rate, min, max } = year.wageAllowance;
    income += salary - Math.min(salary, Math.max(min, Math.min(max, salary * rate))) + pension * 0.9;
  }
  const adults = situation === 'couple' ? 2 : 1;
  const dependants = children + sharedCustodyChildren / 2;
  const shares = adults + dependants / 2 + Math.max(0, dependants - 2) / 2;
  const halfShares = 2 * (shares - adults);
  const withAll = textbookScale(income / shares, year) * shares;
  const withAdults = textbookScale(income / adults, year) * adults;
  const tax = Math.max(withAll, withAdults - halfShares * year.familyQuotientCap.perHalfShare);
  const relief = (adults === 2 ? year.decote.maxCouple : year.decote.maxSingle) - year.decote.rate * tax;
  return Math.max(0, tax - Math.max(0, relief));
}

function textbookScale(quotient: number, { brackets }: TaxYear): number {
  let tax = 0;
  for (let index = 0; index < brackets.length; index++) {
    const bracket = brackets[index];
    if (!bracket || quotient <= bracket.from) break;
    tax += (Math.min(quotient, brackets[index + 1]?.from ?? Infinity) - bracket.from) * bracket.rate;
  }
  return tax;
}

/** Euros computed by all cases once: the sum keeps the computation from being optimised away. */
type Pass = () => number;

/** Calculations per second: the best of many short rounds, the contenders taking turns under the same load. */
function bestSpeeds(contenders: readonly Pass[], calculationsPerPass: number): number[] {
  const best = contenders.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    contenders.forEach((pass, index) => {
      const start = performance.now();
      for (let repeat = 0; repeat < PASSES_PER_ROUND; repeat++) pass();
      const seconds = (performance.now() - start) / 1000;
      best[index] = Math.max(best[index] ?? 0, (calculationsPerPass * PASSES_PER_ROUND) / seconds);
    });
  }
  return best;
}

/** How much more is alive after the work than before it. */
function heapGrowth(work: () => void): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  work();
  collectGarbage();
  return process.memoryUsage().heapUsed - before;
}

const millions = (perSecond: number) => `${(perSecond / 1e6).toFixed(2)} M/s`;

/** The returns of test/data/return-cases.csv.br that fill in ten boxes or more, with the values of their years. */
function everydayReturns() {
  return readReturnCases().flatMap(({ filled }) => {
    const year = preparedYear(filled.year);
    return year && Object.values(filled.boxes).filter((amount) => amount > 0).length >= 10
      ? [{ filled, year }]
      : [];
  });
}

/** The tax engine alone: 8,773 households of all kinds and years (test/data/tax-cases.csv), one thread. */
export async function engineBench(): Promise<Row[]> {
  const years = taxYears();
  const official = createTaxCalculator({ method: 'official', years });
  const legacy = createTaxCalculator({ method: 'legacy', years });
  const prepared = new Map(years.map((year) => [year.incomeYear, prepareYear(year)]));
  const cases = readTaxCases().map(({ household, incomeYear }) => ({
    household: householdSchema.parse(household),
    incomeYear,
    year: official.yearValues(incomeYear),
    prepared: prepared.get(incomeYear) ?? prepareYear(official.yearValues(incomeYear)),
  }));
  const sum = (tax: (row: (typeof cases)[number]) => number) => () => {
    let euros = 0;
    for (const row of cases) euros += tax(row);
    return euros;
  };
  const byLaw = sum(({ household, incomeYear }) => official.calculate(household, incomeYear).amountDue);
  const byLegacy = sum(({ household }) => legacy.calculate(household, 2018).amountDue);
  const explained = sum(
    ({ household, year, prepared }) =>
      explain(household, calculateOfficial(household, prepared), year).amountDue,
  );
  const byTextbook = sum(({ household, year }) => textbookTax(household, year));

  const [law = 0, stepByStep = 0, earlier = 0, textbook = 1] = bestSpeeds(
    [byLaw, explained, byLegacy, byTextbook],
    cases.length,
  );
  const returns = everydayReturns();
  const byBoxes = () => {
    let euros = 0;
    for (const { filled, year } of returns) {
      const result = calculateReturn(filled, year);
      if (!('notEstablished' in result)) euros += result.total;
    }
    return euros;
  };
  const [everyday = 0] = bestSpeeds([byBoxes], returns.length);
  const growth = heapGrowth(() => {
    for (let pass = 0; pass < 200; pass++) byLaw();
  });
  const speed = (name: string, perSecond: number, least: number): Row => ({
    name,
    value: millions(perSecond),
    ratio: `${(perSecond / textbook).toFixed(2)} × the textbook's`,
    target: `≥ ${millions(least)}`,
    ok: perSecond >= least,
  });
  return [
    speed('engine, official with all intermediate amounts', law, 5e6),
    {
      name: 'engine, official with every step explained',
      value: millions(stepByStep),
      ratio: `${(law / stepByStep).toFixed(2)} × slower`,
      target: `≤ ${STEPS_TARGET} × slower`,
      ok: law / stepByStep <= STEPS_TARGET,
    },
    speed('engine, returns with ten boxes or more', everyday, 1e6),
    speed('engine, legacy', earlier, 3e6),
    {
      name: `engine, heap after ${((200 * cases.length) / 1e6).toFixed(1)} M calculations`,
      value: `${(growth / MEGABYTE).toFixed(2)} MB more`,
      ratio: '–',
      target: '≤ 1 MB',
      ok: growth <= MEGABYTE,
    },
  ];
}
