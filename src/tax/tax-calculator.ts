import { CannotCalculate } from './cannot-calculate.ts';
import { calculateLegacy } from './legacy/calculate-legacy.ts';
import { calculateOfficial } from './official/official.ts';
import type { OfficialResult } from './official/official-result.ts';
import { prepareYear } from './official/prepared-year.ts';
import { type Household, inShort } from './return/household.ts';
import { isEveryday } from './return/household-boxes.ts';
import { type Assessment, assess, calculateEveryday } from './rules/calculate-household.ts';
import { type PreparedReturnYear, prepareReturnYear } from './rules/return-year.ts';
import type { Method, TaxResult } from './tax-result.ts';
import type { NeutralGrid } from './withholding/neutral-grid.ts';
import type { TaxYearDocument } from './years/tax-year-document.ts';

/** The income year is not among those that the method has values for. */
export class UnknownIncomeYear extends Error {
  override readonly name = 'UnknownIncomeYear';
  readonly incomeYear: number;
  /** Ascending. */
  readonly knownYears: readonly number[];

  constructor(incomeYear: number, knownYears: readonly number[]) {
    super(`no tax values for the incomes of ${incomeYear}; known years: ${knownYears.join(', ')}`);
    this.incomeYear = incomeYear;
    this.knownYears = knownYears;
  }
}

/** No year at all has values for the method. */
export class NoTaxYear extends Error {
  override readonly name = 'NoTaxYear';
  readonly method: Method;

  constructor(method: Method) {
    super(`no income year has values for the method ${method}`);
    this.method = method;
  }
}

/** Computes taxes by one method for the income years that it has values for. */
interface Calculator<M extends Method, Result extends TaxResult> {
  readonly method: M;
  /** The years that the method can compute, ascending; never empty. */
  readonly years: readonly number[];
  readonly latestYear: number;
  /** @throws {UnknownIncomeYear} @throws {CannotCalculate} */
  calculate(household: Household, incomeYear: number): Result;
  /** @throws {UnknownIncomeYear} */
  yearValues(incomeYear: number): TaxYearDocument;
}

/** The calculator by the law. */
export interface OfficialCalculator extends Calculator<'official', OfficialResult> {
  /**
   * The whole return of any household, whatever it fills in.
   *
   * @throws {UnknownIncomeYear}
   * @throws {CannotCalculate}
   */
  assess(household: Household, incomeYear: number): Assessment;
  /** Of all years, in the order of their days. */
  readonly neutralGrids: readonly NeutralGrid[];
}

/** `method` tells which results it gives: those of `official` have every intermediate amount. */
export type TaxCalculator = OfficialCalculator | Calculator<'legacy', TaxResult>;

type Calculate<Result> = (household: Household) => Result;

function officialCalculator(taxYears: readonly TaxYearDocument[]): OfficialCalculator {
  const wholeYear = wholeYears();
  const calculator = calculatorOf('official', taxYears, (year) => officialOfYear(year, wholeYear));
  return {
    ...calculator,
    assess: (household, incomeYear) =>
      assess(household, incomeYear, wholeYear(calculator.yearValues(incomeYear))),
    neutralGrids: calculator.years.flatMap((year) => calculator.yearValues(year).neutralRates),
  };
}

type WholeYear = (year: TaxYearDocument) => PreparedReturnYear;

function officialOfYear(year: TaxYearDocument, wholeYear: WholeYear): Calculate<OfficialResult> {
  const { incomeYear } = year;
  const prepared = prepareYear(year);
  return (household) =>
    isEveryday(household)
      ? calculateEveryday(household, incomeYear, wholeYear(year))
      : calculateOfficial(household, prepared);
}

/** The values of the whole return, prepared when a household first asks for them. */
function wholeYears(): WholeYear {
  const prepared = new Map<number, PreparedReturnYear>();
  return (year) => {
    const known = prepared.get(year.incomeYear);
    if (known) return known;
    if (year.return === null) throw new CannotCalculate('yearWithoutReturn');
    const made = prepareReturnYear(year, year.return);
    prepared.set(year.incomeYear, made);
    return made;
  };
}

/** The earlier application knows only the short form of a household: see {@link inShort}. */
function legacyOfYear({ legacy }: TaxYearDocument): Calculate<TaxResult> | null {
  if (legacy === null) return null;
  return (household) => {
    if (isEveryday(household)) throw new CannotCalculate('boxesNeedOfficial');
    const { married, children, salary } = inShort(household);
    return calculateLegacy(married, children, salary, legacy);
  };
}

function calculatorOf<M extends Method, Result extends TaxResult>(
  method: M,
  taxYears: readonly TaxYearDocument[],
  ofYear: (year: TaxYearDocument) => Calculate<Result> | null,
): Calculator<M, Result> {
  const byYear = new Map<
    number,
    { readonly values: TaxYearDocument; readonly calculate: Calculate<Result> }
  >();
  for (const values of taxYears) {
    const calculate = ofYear(values);
    if (calculate) byYear.set(values.incomeYear, { values, calculate });
  }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const latestYear = years.at(-1);
  if (latestYear === undefined) throw new NoTaxYear(method);

  function yearOf(incomeYear: number) {
    const found = byYear.get(incomeYear);
    if (!found) throw new UnknownIncomeYear(incomeYear, years);
    return found;
  }

  return {
    method,
    years,
    latestYear,
    calculate: (household, incomeYear) => yearOf(incomeYear).calculate(household),
    yearValues: (incomeYear) => yearOf(incomeYear).values,
  };
}

/**
 * The calculator of a method for the given income years, in any order. The years without the earlier
 * application's constants are unknown to `legacy` (decision D20).
 *
 * @throws {NoTaxYear} when the method can compute none of them
 */
export function createTaxCalculator({
  method,
  years,
}: {
  method: Method;
  years: readonly TaxYearDocument[];
}): TaxCalculator {
  return method === 'official' ? officialCalculator(years) : calculatorOf(method, years, legacyOfYear);
}
