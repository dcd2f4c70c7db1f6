import type { Amounts } from './filled-return.ts';

/** Whole euros: smaller amounts are neither collected nor refunded. */
export interface SettlementValues {
  readonly collectedFrom: number;
  readonly refundedFrom: number;
}

/** The rest of the tax after credits and withholding. Whole euros. */
export interface Settlement {
  /** Negative: the credits exceed the tax and are refunded. */
  readonly amountDue: number;
  readonly isNotCollected: boolean;
  readonly withheld: number;
  /** Due less withheld; negative: refunded. */
  readonly balance: number;
  readonly toPay: number;
  readonly toRefund: number;
}

/**
 * The thresholds of CGI 1657 and 1965 L: a small total is not collected, credits first pay the tax and are then refunded.
 *
 * @param threshold below it a total is not collected
 */
export function settle(
  total: number,
  credits: number,
  boxes: Amounts,
  threshold: number,
  { collectedFrom, refundedFrom }: SettlementValues,
): Settlement {
  const net = total - credits;
  const isNotCollected = net > 0 && total < threshold;
  const amountDue = isNotCollected ? 0 : net;
  const withheld = boxes['8HV'] + boxes['8IV'];
  const balance = amountDue - withheld;
  return {
    amountDue,
    isNotCollected,
    withheld,
    balance,
    toPay: balance >= collectedFrom ? balance : 0,
    toRefund: -balance >= refundedFrom ? -balance : 0,
  };
}
