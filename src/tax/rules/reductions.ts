import { divideHalfUp } from '../official/exact.ts';
import { partOf, withRateUnits } from './amounts.ts';
import type { Amounts } from './filled-return.ts';

export interface GiftsValues {
  readonly aidRate: number;
  readonly aidCeiling: number;
  readonly rate: number;
  /** The highest share of the net global income that counts this year. */
  readonly incomeShare: number;
}

export interface NursingHomeValues {
  readonly rate: number;
  readonly ceilingPerPerson: number;
}

/** Whole euros a child. */
export interface SchoolingValues {
  readonly lowerSecondary: number;
  readonly upperSecondary: number;
  readonly higher: number;
}

/** Reductions of the tax, never refunded; each amount is what it took off. Whole euros. */
export interface Reductions {
  readonly aidGifts: number;
  readonly nursingHome: number;
  readonly schooling: number;
  readonly gifts: number;
}

interface Values {
  readonly gifts: GiftsValues;
  readonly nursingHome: NursingHomeValues;
  readonly schooling: SchoolingValues;
}

const NONE: Reductions = { aidGifts: 0, nursingHome: 0, schooling: 0, gifts: 0 };

export function prepareGifts(values: GiftsValues): GiftsValues {
  return withRateUnits(values, 'aidRate', 'rate', 'incomeShare');
}

export function prepareNursingHome(values: NursingHomeValues): NursingHomeValues {
  return withRateUnits(values, 'rate');
}

/**
 * The reductions in the law's order, each at most what is left of the tax.
 *
 * @param income net global income, which limits the gifts
 */
export function reductionsOf(tax: number, boxes: Amounts, income: number, values: Values): Reductions {
  if (tax === 0) return NONE;
  let left = tax;
  const take = (amount: number) => {
    const taken = Math.min(amount, left);
    left -= taken;
    return taken;
  };
  // The order decides which reduction is lost when the tax is too small.
  const aidGifts = take(aidGiftReduction(boxes, values.gifts));
  const nursingHome = take(nursingHomeReduction(boxes, values.nursingHome));
  const schooling = take(schoolingReduction(boxes, values.schooling));
  const gifts = take(giftReduction(boxes, income, values.gifts));
  return { aidGifts, nursingHome, schooling, gifts };
}

/** Gifts for people in need (CGI 200, 1 ter). */
function aidGiftReduction(boxes: Amounts, { aidRate, aidCeiling }: GiftsValues): number {
  return partOf(Math.min(boxes['7UD'], aidCeiling), aidRate);
}

/** Gifts to charities, including what exceeds the ceiling for people in need (CGI 200, 1). */
function giftReduction(
  boxes: Amounts,
  income: number,
  { aidCeiling, rate, incomeShare }: GiftsValues,
): number {
  const given = boxes['7UF'] + Math.max(0, boxes['7UD'] - aidCeiling);
  return given === 0 ? 0 : partOf(Math.min(given, partOf(income, incomeShare)), rate);
}

/** A nursing home, for each person (CGI 199 quindecies). */
function nursingHomeReduction(boxes: Amounts, { rate, ceilingPerPerson }: NursingHomeValues): number {
  const first = Math.min(boxes['7CD'], ceilingPerPerson);
  return partOf(first + Math.min(boxes['7CE'], ceilingPerPerson), rate);
}

/** Children in school; half for those in shared custody (CGI 199 quater F). */
function schoolingReduction(boxes: Amounts, values: SchoolingValues): number {
  const { lowerSecondary, upperSecondary, higher } = values;
  if (boxes['7EA'] + boxes['7EB'] + boxes['7EC'] + boxes['7ED'] + boxes['7EF'] + boxes['7EG'] === 0) return 0;
  const halves =
    lowerSecondary * (2 * boxes['7EA'] + boxes['7EB']) +
    upperSecondary * (2 * boxes['7EC'] + boxes['7ED']) +
    higher * (2 * boxes['7EF'] + boxes['7EG']);
  return divideHalfUp(halves, 2);
}
