import { MAX_CHILDREN, MAX_INCOME } from '../../tax/bounds.ts';

const AMOUNT = `a whole number of euros from 0 to ${MAX_INCOME}`;
const CHILDREN = `a whole number from 0 to ${MAX_CHILDREN}, all children together at most ${MAX_CHILDREN}`;

/** What each field of a calculation may be, in words; the items of a list under its name and `[]`. */
export const allowedValues: Readonly<Record<string, string>> = {
  '': 'an object with household, and with incomeYear and method if wanted',
  household: 'an object with status, singleParent, children, sharedCustodyChildren and declarants',
  'household.status': '"single", "couple" or "widowed"',
  'household.singleParent': 'true or false; true only with the status "single" and at least one child',
  'household.children': CHILDREN,
  'household.sharedCustodyChildren': CHILDREN,
  'household.declarants': 'a list of one declarant, or of two with the status "couple"',
  'household.declarants[]': 'an object with salary and pension',
  'household.declarants[].salary': AMOUNT,
  'household.declarants[].pension': AMOUNT,
  incomeYear: 'a year of GET /tax-years, as a number',
  method: '"official" or "course"',
};
