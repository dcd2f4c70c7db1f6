import { partOf, withRateUnits } from './amounts.ts';
import { type Amounts, DECLARANTS } from './filled-return.ts';

/** Rates are fractions in a year's file, ten-thousandths once prepared; the lowest allowance is in whole euros. */
export interface MicroBusinessValues {
  /** Sales of goods and lodging. */
  readonly salesRate: number;
  /** Services as a trader or craftsman (BIC). */
  readonly servicesRate: number;
  /** Liberal professions (BNC). */
  readonly liberalRate: number;
  readonly leastAllowance: number;
}

export function prepareMicroBusiness(values: MicroBusinessValues | null): MicroBusinessValues | null {
  return values && withRateUnits(values, 'salesRate', 'servicesRate', 'liberalRate');
}

/**
 * A declarant's receipts less the flat allowance of each kind (CGI 50-0, 102 ter), without the flat-rate payment. Whole
 * euros. The ceilings of the regime are not checked.
 */
export function netMicroBusiness(
  boxes: Amounts,
  declarant: 0 | 1,
  values: MicroBusinessValues | null,
): number {
  if (values === null) return 0;
  const codes = DECLARANTS[declarant];
  const net = (receipts: number, rate: number) => netReceipts(receipts, rate, values.leastAllowance);
  return (
    net(boxes[codes.microSales], values.salesRate) +
    net(boxes[codes.microServices], values.servicesRate) +
    net(boxes[codes.microLiberal], values.liberalRate)
  );
}

/** The allowance has a minimum and is never more than the receipts. */
function netReceipts(receipts: number, rate: number, least: number): number {
  return receipts - Math.min(receipts, Math.max(least, partOf(receipts, rate)));
}
