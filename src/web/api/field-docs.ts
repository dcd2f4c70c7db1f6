import { MAX_CHILDREN, MAX_INCOME } from '../../tax/return/bounds.ts';
import { BOXES, type Box } from '../../tax/return/boxes.ts';

const AMOUNT = `a whole number of euros from 0 to ${MAX_INCOME}`;
const CHILDREN = `a whole number from 0 to ${MAX_CHILDREN}, all children together at most ${MAX_CHILDREN}`;

const KINDS: Readonly<Record<Box['row']['kind'], string>> = {
  euros: AMOUNT,
  count: 'a whole number of persons',
  tick: 'true or false',
  birthYear: 'a year of birth',
  choice: 'not a box: use status and residence',
};

function allowedIn({ row }: Box): string {
  const { kind, from } = row;
  return from === undefined ? KINDS[kind] : `${KINDS[kind]}; for incomes from ${from} on`;
}

/** The allowed values of each field of a calculation; `[]` after a name is for the items of a list. */
export const fieldDocs: Readonly<Record<string, string>> = {
  '': 'an object with household, optionally incomeYear and method; for withholding optionally incomeYear, monthlyPay, territory, date and rates',
  household:
    'an object with status, singleParent, children, sharedCustodyChildren and declarants, optionally boxes and residence',
  'household.status': '"single", "couple" or "widowed"',
  'household.singleParent':
    'true or false, false without it; true only with the status "single" and at least one child',
  'household.children': CHILDREN,
  'household.sharedCustodyChildren': CHILDREN,
  'household.declarants': 'a list of one declarant, or of two with the status "couple"',
  'household.declarants[]': 'an object with salary and pension',
  'household.declarants[].salary': AMOUNT,
  'household.declarants[].pension': AMOUNT,
  'household.boxes':
    'an object of boxes of the return by their codes, such as {"1AK": 4200, "7UF": 200}; 1AJ and the like are fields of the declarants',
  ...Object.fromEntries(BOXES.map((box) => [`household.boxes.${box.code}`, allowedIn(box)])),
  'household.residence': 'a department such as "75" or "971", or a name such as "Martinique"',
  incomeYear:
    'a year of GET /tax-years, as a number; without it the configured year, or the latest that the method has (2018 for legacy), and the answer then has a notice',
  method: '"official" or "legacy"',
  monthlyPay:
    'for withholding: a list of the monthly pay of each declarant, null for one without pay; by default a twelfth of the year',
  'monthlyPay[]': `euros above 0 to ${MAX_INCOME} of net taxable pay, or null`,
  territory: 'for withholding: a place as in household.residence, for the neutral rate',
  date: 'for withholding: a day such as "2026-09-01", for the neutral rate',
  rates: 'for withholding: a list of the rates to calculate',
  'rates[]': '"household", "individual" (couples only) or "neutral"',
};
