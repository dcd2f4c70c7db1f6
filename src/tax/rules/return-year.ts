import { type PreparedYear, prepareYear } from '../official/prepared-year.ts';
import type { LegalSource, TaxYear } from '../years/tax-year.ts';
import type { AgeAllowanceValues, AttachedChildrenValues } from './allowances.ts';
import { type CapitalIncomeValues, prepareCapitalIncome } from './capital-income.ts';
import type { DependantSharesValues } from './capped-tax.ts';
import { type CdhrValues, prepareCdhr } from './cdhr.ts';
import {
  type ChildCareValues,
  type HomeHelpValues,
  type NicheCapValues,
  prepareChildCare,
  prepareHomeHelp,
  prepareUnionDues,
  type UnionDuesValues,
} from './credits.ts';
import { type AlimonyValues, prepareAlimony } from './deductions.ts';
import { type MicroBusinessValues, prepareMicroBusiness } from './micro-business.ts';
import { type OverseasValues, prepareOverseas } from './overseas.ts';
import { type PropertyValues, prepareProperty } from './property.ts';
import {
  type GiftsValues,
  type NursingHomeValues,
  prepareGifts,
  prepareNursingHome,
  type SchoolingValues,
} from './reductions.ts';
import type { SettlementValues } from './settlement.ts';

/** The values of the everyday return's rules in one income year, grouped by rule. Euros are whole, rates fractions. */
export interface ReturnValues {
  readonly dependantShares: DependantSharesValues;
  /** Null before exempt overtime existed. */
  readonly overtime: { readonly limit: number } | null;
  readonly property: PropertyValues;
  readonly capitalIncome: CapitalIncomeValues;
  /** Null in years whose rules of the micro regime are not established. */
  readonly microBusiness: MicroBusinessValues | null;
  readonly alimony: AlimonyValues;
  readonly ageAllowance: AgeAllowanceValues;
  readonly attachedChildren: AttachedChildrenValues;
  readonly overseas: OverseasValues;
  readonly gifts: GiftsValues;
  readonly nursingHome: NursingHomeValues;
  readonly schooling: SchoolingValues;
  readonly homeHelp: HomeHelpValues;
  readonly childCare: ChildCareValues;
  readonly unionDues: UnionDuesValues;
  readonly nicheCap: NicheCapValues;
  readonly settlement: SettlementValues;
  /** Null before the contribution existed. */
  readonly cdhr: CdhrValues | null;
  /** The law of each group that is not null. */
  readonly sources: ReturnSources;
}

/** The groups of a return's values: each is a rule of law, or several that belong together. */
export type ReturnGroup = keyof Omit<ReturnValues, 'sources'>;

export type ReturnSources = Readonly<Partial<Record<ReturnGroup, readonly LegalSource[]>>>;

/** A year's values in integers: rates in ten-thousandths. */
export interface PreparedReturnYear extends Omit<ReturnValues, 'sources' | 'overtime'> {
  readonly base: PreparedYear;
}

export function prepareReturnYear(year: TaxYear, values: ReturnValues): PreparedReturnYear {
  return {
    base: prepareYear(year),
    dependantShares: values.dependantShares,
    property: prepareProperty(values.property),
    capitalIncome: prepareCapitalIncome(values.capitalIncome),
    microBusiness: prepareMicroBusiness(values.microBusiness),
    alimony: prepareAlimony(values.alimony),
    ageAllowance: values.ageAllowance,
    attachedChildren: values.attachedChildren,
    overseas: prepareOverseas(values.overseas),
    gifts: prepareGifts(values.gifts),
    nursingHome: prepareNursingHome(values.nursingHome),
    schooling: values.schooling,
    homeHelp: prepareHomeHelp(values.homeHelp),
    childCare: prepareChildCare(values.childCare),
    unionDues: prepareUnionDues(values.unionDues),
    nicheCap: values.nicheCap,
    settlement: values.settlement,
    cdhr: prepareCdhr(values.cdhr),
  };
}
