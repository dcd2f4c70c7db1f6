import type { TaxOffice } from '../../src/tax/tax-office.ts';
import { createTaxOffice } from '../../src/tax/tax-office.ts';
import { taxYears } from './fixtures.ts';

/** A tax office with a defect that shows after so many households. */
export function officeFailingAfter(households: number, defect: Error): TaxOffice {
  const office = createTaxOffice({ method: 'official', years: taxYears() });
  if (office.method !== 'official') throw new TypeError('the office of the law is expected');
  let left = households;
  return {
    ...office,
    calculate(household, incomeYear) {
      if (left === 0) throw defect;
      left -= 1;
      return office.calculate(household, incomeYear);
    },
  };
}
