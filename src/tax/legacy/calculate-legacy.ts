import type { TaxResult } from '../tax-result.ts';
import type { LegacyBracket, LegacyConstants } from '../years/tax-year.ts';

/** Steps 1 to 4: tax by the scale, and what it was computed from. */
interface GrossTax {
  readonly tax: number;
  readonly surcharge: number;
  readonly rate: number;
  readonly taxableIncome: number;
}

/** Half-shares above the adults' own: one for each of the first two children, two for each further one. */
function halfShares(children: number): number {
  return children + Math.max(0, children - 2);
}

/** The bracket that holds the quotient; a quotient equal to a threshold belongs to the lower one. */
function bracketOf(quotient: number, brackets: readonly LegacyBracket[]): LegacyBracket {
  return brackets.findLast(({ from }) => quotient > from) ?? { from: 0, rate: 0, offset: 0 };
}

function grossTax(married: boolean, children: number, salary: number, constants: LegacyConstants): GrossTax {
  const allowance = Math.max(constants.allowanceMin, Math.min(constants.allowanceMax, 0.1 * salary));
  const taxableIncome = Math.floor(salary - allowance);
  const shares = (married ? 2 : 1) + halfShares(children) / 2;
  const { rate, offset } = bracketOf(taxableIncome / shares, constants.brackets);
  return {
    // + 0 turns the −0 of a negative income at rate 0 into 0. Later steps produce no −0.
    tax: Math.floor(taxableIncome * rate - shares * offset) + 0,
    surcharge: Math.max(0, Math.floor(taxableIncome - 0.9 * salary)),
    rate,
    taxableIncome,
  };
}

/** Steps 5 and 6: the children's shares may not lower the tax by more than the cap of each half-share. */
function cappedTax(married: boolean, children: number, salary: number, constants: LegacyConstants): GrossTax {
  const withChildren = grossTax(married, children, salary, constants);
  if (children === 0) return withChildren;
  const withoutChildren = grossTax(married, 0, salary, constants);
  const floor = withoutChildren.tax - constants.halfShareCap * halfShares(children);
  if (withChildren.tax >= floor) return withChildren;
  const surcharge = floor - withChildren.tax + withoutChildren.surcharge;
  return { ...withoutChildren, tax: floor, surcharge };
}

/** Step 7. The rate of the décote was not among that application's constants. */
function decoteOf(tax: number, married: boolean, constants: LegacyConstants): number {
  const ceiling = married ? constants.decoteTaxCeilingCouple : constants.decoteTaxCeilingSingle;
  if (tax >= ceiling) return 0;
  const max = married ? constants.decoteMaxCouple : constants.decoteMaxSingle;
  return Math.ceil(Math.min(tax, Math.max(0, max - 0.75 * tax)));
}

/** Step 8, on the tax after the décote. */
function reductionOf(
  tax: number,
  taxableIncome: number,
  married: boolean,
  children: number,
  constants: LegacyConstants,
): number {
  const ceiling = married ? constants.reductionIncomeCeilingCouple : constants.reductionIncomeCeilingSingle;
  const raised = ceiling + constants.reductionStepPerHalfShare * halfShares(children);
  return taxableIncome < raised ? Math.ceil(0.2 * tax) : 0;
}

/**
 * The earlier application's algorithm, to the euro: IEEE doubles, décote and reduction rounded up, tax and surcharge down
 * (contract §7.2). Its results differ from the law as that application's did; `calculateOfficial` is right.
 *
 * @param salary whole euros a year, at least 0
 */
export function calculateLegacy(
  married: boolean,
  children: number,
  salary: number,
  constants: LegacyConstants,
): TaxResult {
  const { tax, surcharge, rate, taxableIncome } = cappedTax(married, children, salary, constants);
  const decote = decoteOf(tax, married, constants);
  const reduction = reductionOf(tax - decote, taxableIncome, married, children, constants);
  return { amountDue: Math.floor(tax - decote - reduction), surcharge, decote, reduction, rate };
}
