import type { Assessment } from '../rules/calculate-household.ts';
import { householdRate } from './household-rate.ts';
import { type OwnTax, ownTaxOf } from './own-tax.ts';
import { asFraction, half, proportion, rateOf, type Tenths, takenFrom } from './rate.ts';
import type { WithholdingStep } from './rate-steps.ts';
import type { OwnIncome, Scope } from './scope.ts';
import { WithholdingRefused } from './withholding-refused.ts';

/** The rates of a couple's two declarants, with their steps. */
export interface IndividualRates {
  readonly rates: readonly [Tenths, Tenths];
  readonly steps: readonly WithholdingStep[];
}

/**
 * The one who earns less has the rate of their own income, the other the rate of the rest of the household's tax (CGI 204
 * M).
 *
 * @throws {WithholdingRefused} for a single person
 */
export function individualRates(assessment: Assessment, scope: Scope): IndividualRates {
  const [first, second] = scope.own;
  if (first === undefined || second === undefined) throw new WithholdingRefused({ code: 'alone' });
  const all = householdRate(scope);
  const net1 = ownNet(first);
  const net2 = ownNet(second);
  if (all === 0 || net1 === net2) return sameRates(all, net1);
  const isFirstLower = net1 < net2;
  const [lower, higher] = isFirstLower ? [first, second] : [second, first];
  const own = lowerRate(assessment, scope, lower, isFirstLower ? 1 : 2);
  const rest = higherRate(scope, { lower, lowerRate: own.rate, higher }, isFirstLower ? 2 : 1);
  return {
    rates: isFirstLower ? [own.rate, rest.rate] : [rest.rate, own.rate],
    steps: [...own.steps, ...rest.steps],
  };
}

type BareStep = Omit<WithholdingStep, 'article' | 'declarant'>;

interface OwnRate {
  readonly rate: Tenths;
  readonly steps: readonly WithholdingStep[];
}

function ownNet({ netPay, microBusiness }: OwnIncome): number {
  return netPay + microBusiness;
}

function sameRates(rate: Tenths, income: number): IndividualRates {
  const result = asFraction(rate);
  return {
    rates: [rate, rate],
    steps: [{ id: 'sameOwnIncome', article: '204 M', amounts: { netIncome: income }, result }],
  };
}

function lowerRate(assessment: Assessment, scope: Scope, person: OwnIncome, declarant: 1 | 2): OwnRate {
  const own = ownTaxOf(assessment, scope, ownNet(person));
  const property = half(scope.property);
  const netIncome = ownNet(person) + property;
  const capital = half(scope.capital);
  const tax = proportion(own.tax, netIncome, netIncome + capital);
  const income = person.pay + person.microBusiness + property;
  const rate = rateOf(tax, income);
  const steps: readonly BareStep[] = [
    ownIncomeStep(assessment, scope, person, own),
    ...ownTaxSteps(assessment, own),
    { id: 'ownTaxInScope', amounts: { tax: own.tax, netIncome, capital }, result: tax },
    { id: 'lowerRate', amounts: { tax, income }, result: asFraction(rate) },
  ];
  return { rate, steps: steps.map((step) => ({ ...step, article: '204 M', declarant })) };
}

function ownIncomeStep(
  { result }: Assessment,
  { property, capital }: Scope,
  { netPay, microBusiness }: OwnIncome,
  { income }: OwnTax,
): BareStep {
  const { csg, alimony, retirementSavings } = result.deductions;
  const amounts = {
    netIncome: netPay,
    microBusiness,
    property: half(property),
    capital: half(capital),
    csg: half(csg),
    charges: half(alimony + retirementSavings),
    ageAllowance: half(result.ageAllowance),
  };
  return { id: 'ownIncome', amounts, result: income };
}

/** Steps that change nothing are left out. */
function ownTaxSteps({ year }: Assessment, own: OwnTax): readonly BareStep[] {
  const { income, shares, taxWithShares, taxCapped, furtherReduction, overseas, decote } = own;
  const scaleTax = Math.max(taxWithShares, taxCapped);
  const reduced = scaleTax - furtherReduction;
  const afterOverseas = reduced - overseas;
  const threshold = year.base.collectionThreshold;
  const scale: BareStep = {
    id: 'ownScale',
    amounts: { income, shares, taxWithShares, taxCapped },
    result: scaleTax,
  };
  const reductions: readonly BareStep[] = [
    { id: 'ownFurtherReduction', amounts: { tax: scaleTax, reduction: furtherReduction }, result: reduced },
    { id: 'ownOverseas', amounts: { tax: reduced, reduction: overseas }, result: afterOverseas },
    { id: 'ownDecote', amounts: { tax: afterOverseas, reduction: decote }, result: afterOverseas - decote },
  ];
  const collection: BareStep = {
    id: 'ownCollection',
    amounts: { tax: afterOverseas - decote, threshold },
    result: 0,
  };
  return [
    scale,
    ...reductions.filter(({ amounts }) => amounts.reduction !== 0),
    ...(own.isNotCollected ? [collection] : []),
  ];
}

interface Couple {
  readonly lower: OwnIncome;
  readonly lowerRate: Tenths;
  readonly higher: OwnIncome;
}

function higherRate(scope: Scope, couple: Couple, declarant: 1 | 2): OwnRate {
  const { lower, higher } = couple;
  const taxOfOther = takenFrom(lower.pay + lower.microBusiness, couple.lowerRate);
  const taxOnProperty = takenFrom(scope.property, householdRate(scope));
  const tax = Math.max(0, scope.taxInScope - taxOfOther - taxOnProperty);
  const income = higher.pay + higher.microBusiness;
  const rate = rateOf(tax, income);
  const common = { article: '204 M', declarant } as const;
  const remaining = { tax: scope.taxInScope, taxOfOther, taxOnProperty };
  return {
    rate,
    steps: [
      { id: 'remainingTax', ...common, amounts: remaining, result: tax },
      { id: 'higherRate', ...common, amounts: { tax, income }, result: asFraction(rate) },
    ],
  };
}
