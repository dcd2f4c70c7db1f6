import type { Household } from '../../../src/tax/return/household.ts';
import type { Bracket, TaxYear } from '../../../src/tax/years/tax-year.ts';

/**
 * The law once more, slowly: exact fractions of unlimited integers, one line per sentence of the law and no shortcut.
 * What the fast computation must equal on every household.
 */
class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
  constructor(top: bigint, bottom = 1n) {
    this.top = bottom < 0n ? -top : top;
    this.bottom = bottom < 0n ? -bottom : bottom;
  }
  plus(other: Fraction) {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  minus(other: Fraction) {
    return this.plus(new Fraction(-other.top, other.bottom));
  }
  times(other: Fraction) {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }
  over(other: Fraction) {
    return new Fraction(this.top * other.bottom, this.bottom * other.top);
  }
  exceeds(other: Fraction) {
    return this.top * other.bottom > other.top * this.bottom;
  }
  /** To the nearest euro, half up. */
  rounded(): number {
    const twice = 2n * this.top + this.bottom;
    const floor = twice / (2n * this.bottom);
    return Number(twice < 0n && twice % (2n * this.bottom) !== 0n ? floor - 1n : floor);
  }
}

const whole = (value: number) => new Fraction(BigInt(value));
/** A decimal as it is written: 0.4525 is 4525/10000. */
function decimal(value: number): Fraction {
  const [units = '0', decimals = ''] = String(value).split('.');
  return new Fraction(BigInt(units + decimals), 10n ** BigInt(decimals.length));
}
const smaller = (a: Fraction, b: Fraction) => (a.exceeds(b) ? b : a);

function scaleTax(base: Fraction, brackets: readonly Bracket[]): Fraction {
  return brackets.reduce((tax, { from, rate }, index) => {
    const next = brackets[index + 1];
    const top = next ? smaller(base, whole(next.from)) : base;
    const part = top.minus(whole(from));
    return part.top > 0n ? tax.plus(part.times(decimal(rate))) : tax;
  }, whole(0));
}

function childShares(household: Household): Fraction {
  let shares = whole(0);
  for (let rank = 1; rank <= household.children + household.sharedCustodyChildren; rank++) {
    const share = rank <= 2 ? decimal(0.5) : whole(1);
    shares = shares.plus(rank <= household.children ? share : share.over(whole(2)));
  }
  return shares;
}

function boxTShares({ singleParent, children, sharedCustodyChildren }: Household): Fraction {
  if (!singleParent) return whole(0);
  return children === 0 && sharedCustodyChildren === 1 ? decimal(0.25) : decimal(0.5);
}

function taxableIncomeOf({ declarants }: Household, year: TaxYear): number {
  let total = 0;
  let pensionAllowances = 0;
  for (const { salary, pension } of declarants) {
    const tenPercent = (amount: number, rate: number) => whole(amount).times(decimal(rate)).rounded();
    const { rate, min, max } = year.wageAllowance;
    const wages = Math.min(Math.max(tenPercent(salary, rate), min), max, salary);
    const pensions = Math.max(tenPercent(pension, year.pensionAllowance.rate), year.pensionAllowance.min);
    pensionAllowances += Math.min(pensions, pension);
    total += salary - wages + pension;
  }
  return total - Math.min(pensionAllowances, year.pensionAllowance.max);
}

function modestReductionOf(tax: number, income: number, adults: number, halfShares: Fraction, year: TaxYear) {
  const values = year.modestReduction;
  if (!values) return 0;
  const raise = halfShares.times(whole(values.stepPerHalfShare));
  const full = whole(values.fullBelowPerAdult * adults).plus(raise);
  const nil = whole(values.nilFromPerAdult * adults).plus(raise);
  const twentyPercent = whole(tax).times(decimal(values.rate));
  if (full.exceeds(whole(income))) return twentyPercent.rounded();
  if (!nil.exceeds(whole(income))) return 0;
  return twentyPercent.times(nil.minus(whole(income)).over(nil.minus(full))).rounded();
}

export function referenceTax(household: Household, year: TaxYear) {
  const couple = household.situation === 'couple';
  const adults = couple ? 2 : 1;
  const dependants = household.children + household.sharedCustodyChildren > 0;
  const widowed = household.situation === 'widowed' && dependants;
  const extra = childShares(household)
    .plus(boxTShares(household))
    .plus(whole(widowed ? 1 : 0));
  const halfShares = extra.times(whole(2));
  const shares = whole(adults).plus(extra);

  const income = taxableIncomeOf(household, year);
  const tax = (parts: Fraction) => scaleTax(whole(income).over(parts), year.brackets).times(parts).rounded();
  const withAll = tax(shares);
  const withAdults = tax(whole(adults));

  const caps = year.familyQuotientCap;
  const boxTHalves = household.singleParent ? smaller(halfShares, whole(2)) : whole(0);
  const cap = boxTHalves
    .times(whole(caps.singleParent).over(whole(2)))
    .plus(halfShares.minus(boxTHalves).times(whole(caps.perHalfShare)))
    .rounded();
  const floor = withAdults - cap;
  const capped = floor > withAll;
  const back = capped && widowed ? Math.min(caps.widowedReduction, floor - withAll) : 0;
  const taxAfterCap = capped ? floor - back : withAll;

  const max = couple ? year.decote.maxCouple : year.decote.maxSingle;
  const relief = whole(max).minus(decimal(year.decote.rate).times(whole(taxAfterCap)));
  const decote = Math.min(taxAfterCap, Math.max(0, relief.rounded()));
  const reduction = modestReductionOf(taxAfterCap - decote, income, adults, halfShares, year);
  const incomeTax = taxAfterCap - decote - reduction;
  const cehr = scaleTax(whole(income), couple ? year.cehr.couple : year.cehr.single).rounded();
  const total = incomeTax + cehr;
  return {
    taxableIncome: income,
    taxWithAllShares: withAll,
    taxWithAdultShares: withAdults,
    familyQuotientCap: cap,
    capped,
    widowedReduction: back,
    taxAfterCap,
    decote,
    reduction,
    incomeTax,
    cehr,
    total,
    amountDue: total < year.collectionThreshold ? 0 : total,
  };
}
