import type { FamilyQuotientCap, TaxYear } from '../years/tax-year.ts';
import { type PreparedAllowance, prepareAllowance } from './allowance.ts';
import { type PreparedDecote, prepareDecote } from './decote.ts';
import { type PreparedReduction, prepareReduction } from './modest-reduction.ts';
import { prepareScale, type Scale } from './scale.ts';

/** A tax year in integers, prepared once so that a calculation only multiplies, divides and compares. */
export interface PreparedYear {
  readonly scale: Scale;
  readonly wageAllowance: PreparedAllowance;
  readonly pensionAllowance: PreparedAllowance;
  readonly familyQuotientCap: FamilyQuotientCap;
  readonly decote: PreparedDecote;
  readonly modestReduction: PreparedReduction | null;
  readonly cehrSingle: Scale;
  readonly cehrCouple: Scale;
  readonly collectionThreshold: number;
}

export function prepareYear(year: TaxYear): PreparedYear {
  return {
    scale: prepareScale(year.brackets),
    wageAllowance: prepareAllowance(year.wageAllowance),
    pensionAllowance: prepareAllowance(year.pensionAllowance),
    familyQuotientCap: year.familyQuotientCap,
    decote: prepareDecote(year.decote),
    modestReduction: year.modestReduction && prepareReduction(year.modestReduction),
    cehrSingle: prepareScale(year.cehr.single),
    cehrCouple: prepareScale(year.cehr.couple),
    collectionThreshold: year.collectionThreshold,
  };
}
