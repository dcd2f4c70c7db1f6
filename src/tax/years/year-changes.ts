import type { Bracket, LegacyBracket, SharesOf, SourcedValue, TaxYear } from './tax-year.ts';

/** Whole euros (the earlier application's offsets have cents), or a fraction. */
export type Unit = 'euros' | 'rate';

/** The groups on a page: the values of one rule of the law, or of the earlier application. */
export type ValueGroup = Exclude<SourcedValue, SharesOf> | 'legacy';

/** A value and that of an earlier year. Null where a year does not have it. */
export interface Comparison {
  readonly unit: Unit;
  readonly before: number | null;
  readonly after: number | null;
  /** `uncompared` when there is no earlier year; `absent` when neither year has the value. */
  readonly kind: 'same' | 'changed' | 'introduced' | 'abolished' | 'absent' | 'uncompared';
  /** After minus before, in the unit of the value; null unless both years have it. */
  readonly difference: number | null;
  /** The difference as a fraction of the value before; null when that is 0 or missing. */
  readonly ratio: number | null;
}

export interface NamedComparison extends Comparison {
  readonly name: ValueName;
}

/** One step of a scale; the n-th bracket is compared with the n-th of the earlier year. */
export interface BracketComparison {
  readonly from: Comparison;
  readonly rate: Comparison;
  /** The earlier application's `coeffn`; the law has none. */
  readonly offset: Comparison | null;
}

export interface ScaleComparison {
  readonly name: ScaleName;
  readonly brackets: readonly BracketComparison[];
}

/** The values of one group, side by side with those of an earlier year. */
export interface GroupComparison {
  readonly group: ValueGroup;
  readonly scales: readonly ScaleComparison[];
  readonly values: readonly NamedComparison[];
}

interface Reading<Name extends string> {
  readonly name: Name;
  readonly group: ValueGroup;
  readonly unit: Unit;
  /** Undefined when the year does not have the value. */
  readonly of: (year: TaxYear) => number | undefined;
}

function reading<Name extends string>(
  group: ValueGroup,
  name: Name,
  of: Reading<Name>['of'],
  unit: Unit = 'euros',
): Reading<Name> {
  return { group, name, of, unit };
}

/** Every single value of a year, in the order in which the law applies them. */
const readings = [
  reading('wageAllowance', 'wageRate', (year) => year.wageAllowance.rate, 'rate'),
  reading('wageAllowance', 'wageMin', (year) => year.wageAllowance.min),
  reading('wageAllowance', 'wageMax', (year) => year.wageAllowance.max),
  reading('pensionAllowance', 'pensionRate', (year) => year.pensionAllowance.rate, 'rate'),
  reading('pensionAllowance', 'pensionMin', (year) => year.pensionAllowance.min),
  reading('pensionAllowance', 'pensionMax', (year) => year.pensionAllowance.max),
  reading('familyQuotientCap', 'capPerHalfShare', (year) => year.familyQuotientCap.perHalfShare),
  reading('familyQuotientCap', 'capSingleParent', (year) => year.familyQuotientCap.singleParent),
  reading('familyQuotientCap', 'widowedReduction', (year) => year.familyQuotientCap.widowedReduction),
  reading('decote', 'decoteMaxSingle', (year) => year.decote.maxSingle),
  reading('decote', 'decoteMaxCouple', (year) => year.decote.maxCouple),
  reading('decote', 'decoteRate', (year) => year.decote.rate, 'rate'),
  reading('modestReduction', 'reductionRate', (year) => year.modestReduction?.rate, 'rate'),
  reading('modestReduction', 'reductionFullBelow', (year) => year.modestReduction?.fullBelowPerAdult),
  reading('modestReduction', 'reductionNilFrom', (year) => year.modestReduction?.nilFromPerAdult),
  reading('modestReduction', 'reductionStep', (year) => year.modestReduction?.stepPerHalfShare),
  reading('collectionThreshold', 'collectionThreshold', (year) => year.collectionThreshold),
  reading('legacy', 'legacyAllowanceMin', (year) => year.legacy?.allowanceMin),
  reading('legacy', 'legacyAllowanceMax', (year) => year.legacy?.allowanceMax),
  reading('legacy', 'legacyHalfShareCap', (year) => year.legacy?.halfShareCap),
  reading('legacy', 'legacyDecoteMaxSingle', (year) => year.legacy?.decoteMaxSingle),
  reading('legacy', 'legacyDecoteMaxCouple', (year) => year.legacy?.decoteMaxCouple),
  reading('legacy', 'legacyDecoteCeilingSingle', (year) => year.legacy?.decoteTaxCeilingSingle),
  reading('legacy', 'legacyDecoteCeilingCouple', (year) => year.legacy?.decoteTaxCeilingCouple),
  reading('legacy', 'legacyReductionCeilingSingle', (year) => year.legacy?.reductionIncomeCeilingSingle),
  reading('legacy', 'legacyReductionCeilingCouple', (year) => year.legacy?.reductionIncomeCeilingCouple),
  reading('legacy', 'legacyReductionStep', (year) => year.legacy?.reductionStepPerHalfShare),
] as const;

const scales = [
  { name: 'brackets', group: 'brackets', of: (year: TaxYear) => year.brackets },
  { name: 'cehrSingle', group: 'cehr', of: (year: TaxYear) => year.cehr.single },
  { name: 'cehrCouple', group: 'cehr', of: (year: TaxYear) => year.cehr.couple },
  { name: 'legacyBrackets', group: 'legacy', of: (year: TaxYear) => year.legacy?.brackets ?? [] },
] as const;

export type ValueName = (typeof readings)[number]['name'];
export type ScaleName = (typeof scales)[number]['name'];

/** The groups of the law, in the order in which it applies them (CGI art. 83, 158, 194 to 197, 223 sexies, 1657). */
export const LAW_GROUPS = [
  'brackets',
  'wageAllowance',
  'pensionAllowance',
  'familyQuotientCap',
  'decote',
  'modestReduction',
  'cehr',
  'collectionThreshold',
] as const satisfies readonly ValueGroup[];

/** The values of `after` in the given groups, each beside that of `before`; null when there is no earlier year. */
export function compareYears(
  before: TaxYear | null,
  after: TaxYear,
  groups: readonly ValueGroup[] = LAW_GROUPS,
): GroupComparison[] {
  return groups.map((group) => ({
    group,
    scales: scales
      .filter((scale) => scale.group === group)
      .map(({ name, of }) => ({ name, brackets: compareScales(before && of(before), of(after)) })),
    values: readings
      .filter((each) => each.group === group)
      .map(({ name, unit, of }) => ({ name, ...compare(unit, before && of(before), of(after)) })),
  }));
}

/** Every comparison of a group, brackets first. */
export function comparisonsOf({ scales, values }: GroupComparison): readonly Comparison[] {
  const ofBrackets = scales.flatMap(({ brackets }) =>
    brackets.flatMap(({ from, rate, offset }) => (offset ? [from, rate, offset] : [from, rate])),
  );
  return [...ofBrackets, ...values];
}

type Steps = readonly (Bracket & Partial<Pick<LegacyBracket, 'offset'>>)[];

function compareScales(before: Steps | null, after: Steps): BracketComparison[] {
  const count = Math.max(before?.length ?? 0, after.length);
  return Array.from({ length: count }, (_, index) => {
    const then = before?.[index];
    const now = after[index];
    const field = (unit: Unit, name: 'from' | 'rate' | 'offset') =>
      compare(unit, before && then?.[name], now?.[name]);
    const hasOffset = (now ?? then)?.offset !== undefined;
    return {
      from: field('euros', 'from'),
      rate: field('rate', 'rate'),
      offset: hasOffset ? field('euros', 'offset') : null,
    };
  });
}

/** `before` is null when there is no earlier year, undefined when that year lacks the value. */
function compare(unit: Unit, before: number | null | undefined, after: number | undefined): Comparison {
  const isComparable = before != null && after !== undefined;
  const difference = isComparable ? exactly(after - before) : null;
  return {
    unit,
    before: before ?? null,
    after: after ?? null,
    kind: before === null ? 'uncompared' : kindOf(before, after),
    difference,
    ratio: difference !== null && before ? difference / before : null,
  };
}

function kindOf(before: number | undefined, after: number | undefined): Comparison['kind'] {
  if (before === undefined) return after === undefined ? 'absent' : 'introduced';
  if (after === undefined) return 'abolished';
  return before === after ? 'same' : 'changed';
}

/** Without the error of binary fractions: values have at most four decimals. */
function exactly(difference: number): number {
  return Math.round(difference * 10_000) / 10_000;
}
