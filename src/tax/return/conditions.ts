import { BOXES, type BoxCode } from './boxes.ts';

/** Values of the boxes that are filled in: euros, persons, years, 0 or 1 for a tick. */
export type BoxValues = Readonly<Partial<Record<BoxCode, number>>>;

/** What joint conditions are checked on. */
export interface FilledReturn {
  /** Income year. */
  readonly year: number;
  readonly situation: 'single' | 'couple' | 'widowed';
  readonly boxes: BoxValues;
}

/** A condition that a return breaks: its boxes, and the highest value where it limits one. */
export interface ConditionIssue {
  readonly condition: ConditionName;
  readonly boxes: readonly BoxCode[];
  readonly max?: number;
}

interface Condition {
  readonly name: string;
  readonly boxes: readonly BoxCode[];
  /** The highest value of the first box, given the others. */
  max?(filled: FilledReturn): number;
  broken(filled: FilledReturn): boolean;
}

const VETERAN_AGE = 74;

function sum({ boxes }: FilledReturn, ...codes: readonly BoxCode[]): number {
  return codes.reduce((total, code) => total + (boxes[code] ?? 0), 0);
}

/** Whether the declarant is a veteran's age at 31 December; false without a year of birth. */
function isVeteransAge({ boxes, year }: FilledReturn, birth: '0DA' | '0DB'): boolean {
  const born = boxes[birth] ?? 0;
  return born > 0 && year - born >= VETERAN_AGE;
}

/** At most one of the boxes. */
const excludes = <const N extends string>(name: N, first: BoxCode, ...others: readonly BoxCode[]) => ({
  name,
  boxes: [first, ...others],
  broken: (filled: FilledReturn) => sum(filled, first) > 0 && sum(filled, ...others) > 0,
});

/** The first box only with one of the others. */
const needs = <const N extends string>(name: N, first: BoxCode, ...others: readonly BoxCode[]) => ({
  name,
  boxes: [first, ...others],
  broken: (filled: FilledReturn) => sum(filled, first) > 0 && sum(filled, ...others) === 0,
});

/** The first box at most the sum of the others. */
const atMost = <const N extends string>(name: N, first: BoxCode, ...others: readonly BoxCode[]) => ({
  name,
  boxes: [first, ...others],
  max: (filled: FilledReturn) => sum(filled, ...others),
  broken: (filled: FilledReturn) => sum(filled, first) > sum(filled, ...others),
});

/** What several boxes must satisfy together (limits of the administration's own program). */
export const CONDITIONS = [
  {
    name: 'raisedChildAloneWithoutDependants',
    boxes: ['0AL', '0CF', '0CH', '0CR', '0DJ'],
    broken: (filled) =>
      sum(filled, '0AL') > 0 &&
      (filled.situation === 'couple' || sum(filled, '0CF', '0CH', '0CR', '0DJ') > 0),
  },
  {
    name: 'veteranFrom74NotCouple',
    boxes: ['0AW', '0DA'],
    broken: (filled) =>
      sum(filled, '0AW') > 0 && (filled.situation === 'couple' || !isVeteransAge(filled, '0DA')),
  },
  {
    name: 'veteranCoupleFrom74',
    boxes: ['0AS', '0DA', '0DB'],
    broken: (filled) =>
      sum(filled, '0AS') > 0 &&
      (filled.situation !== 'couple' || !(isVeteransAge(filled, '0DA') || isVeteransAge(filled, '0DB'))),
  },
  {
    name: 'warWidowOnlyWidowed',
    boxes: ['0AG'],
    broken: (filled) => sum(filled, '0AG') > 0 && filled.situation !== 'widowed',
  },
  {
    name: 'singleParentOnlySingleWithDependants',
    boxes: ['0BT', '0CF', '0CH', '0CR', '0DJ'],
    broken: (filled) =>
      sum(filled, '0BT') > 0 &&
      (filled.situation !== 'single' || sum(filled, '0CF', '0CH', '0CR', '0DJ') === 0),
  },
  {
    name: 'attachedMarriedChildrenAtLeastTwo',
    boxes: ['0DN'],
    broken: (filled) => sum(filled, '0DN') === 1,
  },
  atMost('disabledChildrenAmongChildren', '0CG', '0CF'),
  atMost('disabledSharedAmongShared', '0CI', '0CH'),
  atMost('csgIncomeWithinCapitalIncome', '2BH', '2DC', '2TR'),
  needs('actualCostsNeedWages', '1AK', '1AJ', '1AP'),
  needs('actualCosts2NeedWages', '1BK', '1BJ', '1BP'),
  needs('scaleOptionNeedsCapitalIncome', '2OP', '2DC', '2TR'),
  needs('advanceLevyNeedsCapitalIncome', '2CK', '2DC', '2TR'),
  needs('savingsNeedCeiling', '6NS', '6PS'),
  needs('savings2NeedCeiling', '6NT', '6PT'),
  needs('firstYearNeedsHomeHelp', '7DQ', '7DB'),
  needs('helpedParentsNeedHomeHelp', '7DL', '7DB'),
  needs('disabilityNeedsHomeHelp', '7DG', '7DB'),
  excludes('microRentsAlone', '4BE', '4BA', '4BB', '4BC'),
  excludes('netRentsWithoutDeficit', '4BA', '4BB', '4BC'),
] as const satisfies readonly Condition[];

/** The key of a condition's words. */
export type ConditionName = (typeof CONDITIONS)[number]['name'] | 'secondDeclarantOnlyForCouple';

const OF_SECOND = BOXES.filter(({ declarant }) => declarant === 2).map(({ code }) => code);

/** Every condition that the return breaks, with its boxes. Bounds and years of single boxes are not checked here. */
export function brokenConditions(filled: FilledReturn): readonly ConditionIssue[] {
  const conditions: readonly (Condition & { readonly name: ConditionName })[] = CONDITIONS;
  const broken = conditions
    .filter((condition) => condition.broken(filled))
    .map(
      ({ name, boxes, max }): ConditionIssue => ({
        condition: name,
        boxes,
        ...(max === undefined ? {} : { max: max(filled) }),
      }),
    );
  const withoutSecond =
    filled.situation === 'couple' ? [] : OF_SECOND.filter((code) => sum(filled, code) > 0);
  return withoutSecond.length === 0
    ? broken
    : [...broken, { condition: 'secondDeclarantOnlyForCouple', boxes: withoutSecond }];
}
