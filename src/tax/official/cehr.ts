import { QUARTERS_PER_SHARE } from './official-shares.ts';
import { bracketOf, type Scale, taxInBracket } from './scale.ts';

/** The contribution on high incomes, on the household's whole taxable income (CGI art. 223 sexies). */
export function cehrOn(taxableIncome: number, scale: Scale): number {
  const bracket = bracketOf(scale, taxableIncome, QUARTERS_PER_SHARE);
  return taxInBracket(bracket, taxableIncome, QUARTERS_PER_SHARE);
}
