import { unlessImpossible } from '../cannot-calculate.ts';
import { MAX_CHILDREN, MAX_INCOME } from '../return/bounds.ts';
import { boxIssues } from '../return/box-issues.ts';
import type { OtherBoxes } from '../return/field-boxes.ts';
import { type Declarant, type Household, shortHousehold } from '../return/household.ts';
import type { TaxResult } from '../tax-result.ts';
import { movingIncome, withIncome } from './untaxed-income.ts';

/** The rise of income for which the additional tax is shown. */
export const INCOME_STEP = 1000;

/**
 * One thing that would be otherwise:
 * - `oneMoreChild` in exclusive custody;
 * - `singleParent`: box T, for a single person with a child who has not asked for it;
 * - `married` to somebody without income, for a single person;
 * - `apart`: the two of a couple taxed each alone, the children with the one where they save more;
 * - `moreIncome`: {@link INCOME_STEP} euros more, as a pension where the first declarant has nothing else;
 * - `flatAllowance`: the 10 % on wages for everybody who has actual costs (boxes 1AK and 1BK);
 * - `scale` or `flatRate` for dividends and interest, whichever was not chosen (box 2OP);
 * - `attachChild`: an adult child attached to the household instead of alimony (boxes 0DJ and 6EL).
 */
export type VariationId =
  | 'oneMoreChild'
  | 'singleParent'
  | 'married'
  | 'apart'
  | 'moreIncome'
  | 'flatAllowance'
  | 'scale'
  | 'flatRate'
  | 'attachChild';

export interface Variation {
  readonly id: VariationId;
  /** The households that would be taxed: two for a couple apart, else one. */
  readonly households: readonly Household[];
  /** Whole euros, of all these households together. */
  readonly amountDue: number;
  /** `amountDue` less what is due as things are; negative where it saves. */
  readonly difference: number;
}

type Calculate = (household: Household, incomeYear: number) => TaxResult;

/** The households to choose from: the cheapest set counts. Empty where the variation does not apply. */
type Vary = (household: Household) => readonly (readonly Household[])[];

const NOTHING: Declarant = { salary: 0, pension: 0 };

const oneMoreChild: Vary = (household) =>
  household.children + household.sharedCustodyChildren < MAX_CHILDREN
    ? [[{ ...household, children: household.children + 1 }]]
    : [];

const singleParent: Vary = (household) => {
  const { situation, children, sharedCustodyChildren } = household;
  const isOpen = situation === 'single' && !household.singleParent && children + sharedCustodyChildren > 0;
  return isOpen ? [[{ ...household, singleParent: true }]] : [];
};

const married: Vary = (household) =>
  household.situation === 'single' ? [[{ ...household, situation: 'couple', singleParent: false }]] : [];

const apart: Vary = ({ situation, declarants, boxes, ...dependants }) => {
  // It is not known to whom the other boxes would belong.
  if (situation !== 'couple' || boxes !== undefined) return [];
  const [first, second = NOTHING] = declarants;
  const withChildren = (declarant: Declarant): Household => ({
    ...dependants,
    situation: 'single',
    declarants: [declarant],
  });
  const without = (declarant: Declarant): Household => ({
    ...shortHousehold(false, 0, 0),
    declarants: [declarant],
  });
  return [
    [withChildren(first), without(second)],
    [without(first), withChildren(second)],
  ];
};

const moreIncome: Vary = (household) => {
  const kind = movingIncome(household);
  const income = household.declarants[0][kind];
  return income > MAX_INCOME - INCOME_STEP ? [] : [[withIncome(household, kind, income + INCOME_STEP)]];
};

function withBoxes(household: Household, changes: OtherBoxes): Household {
  const boxes = Object.entries({ ...household.boxes, ...changes }).filter(([, value]) => value > 0);
  const { boxes: _, ...others } = household;
  return boxes.length === 0 ? others : { ...others, boxes: Object.fromEntries(boxes) as OtherBoxes };
}

const flatAllowance: Vary = (household) =>
  household.boxes?.['1AK'] || household.boxes?.['1BK']
    ? [[withBoxes(household, { '1AK': 0, '1BK': 0 })]]
    : [];

const hasCapital = ({ boxes }: Household) => Boolean(boxes?.['2DC'] || boxes?.['2TR']);

const scale: Vary = (household) =>
  hasCapital(household) && !household.boxes?.['2OP'] ? [[withBoxes(household, { '2OP': 1 })]] : [];

const flatRate: Vary = (household) =>
  hasCapital(household) && household.boxes?.['2OP'] ? [[withBoxes(household, { '2OP': 0, '2BH': 0 })]] : [];

const attachChild: Vary = (household) => {
  const { boxes } = household;
  if (!boxes?.['6EL']) return [];
  return [[withBoxes(household, { '6EL': 0, '0DJ': (boxes['0DJ'] ?? 0) + 1 })]];
};

const variants: readonly (readonly [VariationId, Vary])[] = [
  ['flatAllowance', flatAllowance],
  ['scale', scale],
  ['flatRate', flatRate],
  ['attachChild', attachChild],
  ['moreIncome', moreIncome],
  ['oneMoreChild', oneMoreChild],
  ['singleParent', singleParent],
  ['married', married],
  ['apart', apart],
];

/**
 * The variations that apply to the household, with the change of the amount due.
 *
 * @param calculate of the calculator, by the method of the result to compare with
 */
export function variations(
  household: Household,
  incomeYear: number,
  calculate: Calculate,
): readonly Variation[] {
  const now = calculate(household, incomeYear).amountDue;
  const isAllowed = (household: Household) => boxIssues(household, incomeYear).length === 0;
  const dueOf = (households: readonly Household[]) =>
    households.reduce<number | null>((sum, each) => {
      const result = sum === null ? null : unlessImpossible(() => calculate(each, incomeYear));
      return sum === null || result === null ? null : sum + result.amountDue;
    }, 0);
  return variants.flatMap(([id, vary]) => {
    const [cheapest] = vary(household)
      .filter((households) => households.every(isAllowed))
      .flatMap((households) => {
        const amountDue = dueOf(households);
        return amountDue === null ? [] : [{ households, amountDue }];
      })
      .sort((a, b) => a.amountDue - b.amountDue);
    return cheapest ? [{ id, ...cheapest, difference: cheapest.amountDue - now }] : [];
  });
}
