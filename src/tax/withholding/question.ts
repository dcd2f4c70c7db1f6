import { divideHalfUp } from '../official/exact.ts';
import { toCents } from './cents.ts';
import type { Scope } from './scope.ts';
import { WithholdingRefused } from './withholding-refused.ts';

export const RATE_KINDS = ['household', 'individual', 'neutral'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** What is asked besides the household. */
export interface WithholdingQuestion {
  /**
   * A month's net taxable pay of each declarant in euros, to the cent; null, or a shorter list: no pay. Absent or
   * undefined: a twelfth of the return's income.
   */
  readonly monthlyPay?: readonly (number | null | undefined)[] | undefined;
  /** For the neutral rate. Absent: where the household lives. */
  readonly territory?: string | undefined;
  /** `2026-09-01`, for the neutral rate. Absent: the first day of the latest grid. */
  readonly date?: string | undefined;
  /** The rates to calculate. Absent: all that the household may have. */
  readonly rates?: readonly RateKind[] | undefined;
}

export function wants({ rates }: WithholdingQuestion, kind: RateKind): boolean {
  return rates?.includes(kind) ?? true;
}

/** A declarant who has pay. */
export interface Pay {
  readonly declarant: 1 | 2;
  /** A month's net taxable pay, above 0. */
  readonly cents: number;
}

/**
 * The declarants with pay: as asked, or else a twelfth of the income of the return.
 *
 * @throws {WithholdingRefused} for a pay that is not above 0
 */
export function paysOf({ own }: Scope, { monthlyPay }: WithholdingQuestion): readonly Pay[] {
  return own.flatMap(({ pay }, index): readonly Pay[] => {
    const declarant = index === 0 ? 1 : 2;
    const asked = monthlyPay !== undefined && index >= monthlyPay.length ? null : monthlyPay?.[index];
    if (asked === undefined) return pay > 0 ? [{ declarant, cents: twelfthInCents(pay) }] : [];
    return asked === null ? [] : [{ declarant, cents: centsOfPay(asked, declarant) }];
  });
}

/** @throws {WithholdingRefused} for a pay that is not above 0 */
export function centsOfPay(pay: number, declarant: 1 | 2): number {
  const cents = toCents(pay);
  if (!(cents > 0)) throw new WithholdingRefused({ code: 'payNotPositive', declarant, pay });
  return cents;
}

/** To the nearest cent. */
function twelfthInCents(yearly: number): number {
  return divideHalfUp(toCents(yearly), 12);
}
