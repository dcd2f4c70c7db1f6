import { expect, it } from 'vitest';
import { type BoxValues, brokenConditions } from '../../../src/tax/return/conditions.ts';

type Situation = 'single' | 'couple' | 'widowed';
const names = (situation: Situation, boxes: BoxValues) =>
  brokenConditions({ year: 2024, situation, boxes }).map(({ condition }) => condition);

it.each<[string, Situation, BoxValues]>([
  ['raisedChildAloneWithoutDependants', 'single', { '0AL': 1, '0CF': 1 }],
  ['raisedChildAloneWithoutDependants', 'couple', { '0AL': 1 }],
  ['veteranFrom74NotCouple', 'single', { '0AW': 1, '0DA': 1951 }],
  ['veteranFrom74NotCouple', 'single', { '0AW': 1 }],
  ['veteranCoupleFrom74', 'couple', { '0AS': 1, '0DA': 1951, '0DB': 1960 }],
  ['warWidowOnlyWidowed', 'single', { '0AG': 1 }],
  ['singleParentOnlySingleWithDependants', 'widowed', { '0BT': 1, '0CF': 1 }],
  ['attachedMarriedChildrenAtLeastTwo', 'single', { '0DN': 1 }],
  ['disabledChildrenAmongChildren', 'single', { '0CF': 1, '0CG': 2 }],
  ['savingsNeedCeiling', 'single', { '6NS': 100 }],
  ['microRentsAlone', 'single', { '4BE': 100, '4BC': 10 }],
  ['netRentsWithoutDeficit', 'single', { '4BA': 100, '4BB': 10 }],
  ['secondDeclarantOnlyForCouple', 'single', { '1BJ': 1 }],
])('%s', (condition, situation, boxes) => {
  expect(names(situation, boxes)).toEqual([condition]);
});

it('what the law allows breaks nothing', () => {
  expect(names('single', { '0AW': 1, '0DA': 1950 })).toEqual([]);
  expect(names('couple', { '0AS': 1, '0DA': 1960, '0DB': 1950, '1BJ': 100, '1BK': 20 })).toEqual([]);
  expect(names('single', { '0BT': 1, '0CR': 1, '4BE': 100, '4BD': 10 })).toEqual([]);
});

it('every broken condition is told at once, with its boxes and what is allowed', () => {
  expect(
    brokenConditions({
      year: 2024,
      situation: 'single',
      boxes: { '2BH': 90, '2DC': 50, '2TR': 30, '7DQ': 1, '8IV': 5 },
    }),
  ).toEqual([
    { condition: 'csgIncomeWithinCapitalIncome', boxes: ['2BH', '2DC', '2TR'], max: 80 },
    { condition: 'firstYearNeedsHomeHelp', boxes: ['7DQ', '7DB'] },
    { condition: 'secondDeclarantOnlyForCouple', boxes: ['8IV'] },
  ]);
});
