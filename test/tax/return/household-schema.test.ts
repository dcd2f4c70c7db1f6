import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CHILDREN, MAX_INCOME } from '../../../src/tax/return/bounds.ts';

import { householdSchema } from '../../../src/tax/return/household-schema.ts';
import { households } from '../households.ts';

const person = { salary: 30_000, pension: 0 };
const valid = {
  situation: 'single',
  singleParent: false,
  children: 0,
  sharedCustodyChildren: 0,
  declarants: [person],
};

/** Each issue as `path` or `path: rule`, sorted. */
function issues(household: unknown): string[] {
  const issues = householdSchema.safeParse(household).error?.issues ?? [];
  return issues
    .map((zodIssue) => {
      const rule = zodIssue.code === 'custom' ? zodIssue.params?.rule : undefined;
      return zodIssue.path.join('.') + (rule ? `: ${rule}` : '');
    })
    .sort();
}

it('accepts every household of the properties', () => {
  fc.assert(
    fc.property(households, (household) => {
      expect(householdSchema.parse(household)).toEqual(household);
    }),
  );
});

it('amounts that are left out are 0', () => {
  const parsed = householdSchema.parse({ situation: 'widowed', declarants: [{ pension: 12_000 }] });
  expect(parsed).toEqual({ ...valid, situation: 'widowed', declarants: [{ salary: 0, pension: 12_000 }] });
});

it('accepts the bounds', () => {
  const richest = { salary: MAX_INCOME, pension: MAX_INCOME };
  expect(issues({ ...valid, children: MAX_CHILDREN, declarants: [richest] })).toEqual([]);
});

describe('a rule between fields is reported at its field, by its name', () => {
  it.each([
    [{ singleParent: true }, 'singleParent: singleParentNeedsChild'],
    [{ situation: 'couple', singleParent: true, children: 1 }, 'singleParent: singleParentOnlyWhenSingle'],
    [{ situation: 'widowed', singleParent: true, children: 1 }, 'singleParent: singleParentOnlyWhenSingle'],
    [{ declarants: [person, person] }, 'declarants: twoDeclarantsOnlyForCouple'],
    [{ situation: 'widowed', declarants: [person, person] }, 'declarants: twoDeclarantsOnlyForCouple'],
    [{ children: 16, sharedCustodyChildren: 15 }, 'children: tooManyChildren'],
  ])('%o → %s', (change, issue) => expect(issues({ ...valid, ...change })).toEqual([issue]));
});

describe('a field out of its range is reported once', () => {
  it.each([
    [{ situation: 'divorced' }, 'situation'],
    [{ singleParent: 'yes' }, 'singleParent'],
    [{ children: -1 }, 'children'],
    [{ children: 31 }, 'children'],
    [{ children: 1.5 }, 'children'],
    [{ sharedCustodyChildren: '2' }, 'sharedCustodyChildren'],
    [{ declarants: [] }, 'declarants'],
    [{ situation: 'couple', declarants: [person, person, person] }, 'declarants'],
    [{ declarants: [{ salary: -1 }] }, 'declarants.0.salary'],
    [{ declarants: [{ salary: MAX_INCOME + 1 }] }, 'declarants.0.salary'],
    [{ declarants: [{ salary: 1e15 }] }, 'declarants.0.salary'],
    [{ declarants: [{ pension: Number.NaN }] }, 'declarants.0.pension'],
    [{ declarants: [{ pension: 0.5 }] }, 'declarants.0.pension'],
    [{ declarants: [{ wages: 1 }] }, 'declarants.0'],
    [{ spouse: person }, ''],
  ])('%o → %s', (change, issue) => expect(issues({ ...valid, ...change })).toEqual([issue]));
});

it('every issue is reported at once, rules between fields included', () => {
  const household = {
    situation: 'couple',
    singleParent: true,
    children: 'two',
    sharedCustodyChildren: -1,
    declarants: [person, { salary: 'a', pension: 2e9 }],
  };
  expect(issues(household)).toEqual([
    'children',
    'declarants.1.pension',
    'declarants.1.salary',
    'sharedCustodyChildren',
    'singleParent: singleParentOnlyWhenSingle',
  ]);
});

it.each([[null], ['x'], [[]], [undefined], [{}]])('refuses %o without failing', (value) => {
  expect(householdSchema.safeParse(value).success).toBe(false);
});
