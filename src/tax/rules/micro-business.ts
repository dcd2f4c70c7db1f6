import { partOf, withRateUnits } from './amounts.ts';
import { type Amounts, DECLARANTS } from './filled-return.ts';

/** Rates as fractions in a year's file, in ten-thousandths once prepared; the least allowance in whole euros. */
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
 * What a declarant's receipts leave once each kind has its flat allowance (CGI 50-0, 102 ter), without the flat payment.
 * Whole euros. That receipts keep to the ceilings of the regime is not looked at.
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

/** The allowance has a least amount and is never more than the receipts. */
function netReceipts(receipts: number, rate: number, least: number): number {
  return receipts - Math.min(receipts, Math.max(least, partOf(receipts, rate)));
}
