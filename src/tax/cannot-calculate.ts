/** Why no amount can be calculated. */
export const CANNOT_CALCULATE = {
  cdhrNotEstablished:
    'which reductions and credits count for the contribution on high incomes (CDHR) is not established',
  boxesNeedOfficial: 'the method knows wages, pensions and children only',
  yearWithoutReturn: 'the year has no values for the other boxes of the return',
} as const;

export type CannotCalculateReason = keyof typeof CANNOT_CALCULATE;

/** The household is valid, but no amount can be calculated: nothing is guessed. */
export class CannotCalculate extends Error {
  override readonly name = 'CannotCalculate';
  readonly reason: CannotCalculateReason;

  constructor(reason: CannotCalculateReason) {
    super(CANNOT_CALCULATE[reason]);
    this.reason = reason;
  }
}

/** The result, or null where there is none. */
export function unlessImpossible<T>(calculate: () => T): T | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof CannotCalculate) return null;
    throw error;
  }
}
