import type { Meters } from '../../operations/metrics/meters.ts';
import type { Household } from '../../tax/household.ts';
import type { TaxOffice } from '../../tax/tax-office.ts';

/** The same calculation, counted; for files, which calculate by the million. */
export function countedOffice(office: TaxOffice, { calculations }: Pick<Meters, 'calculations'>): TaxOffice {
  const counters = new Map<number, { value: number }>();

  function counterOf(incomeYear: number): { value: number } {
    const counter = calculations.counter('batch', office.method, String(incomeYear));
    counters.set(incomeYear, counter);
    return counter;
  }

  function calculate(household: Household, incomeYear: number) {
    const result = office.calculate(household, incomeYear);
    const counter = counters.get(incomeYear) ?? counterOf(incomeYear);
    counter.value += 1;
    return result;
  }

  return { ...office, calculate } as TaxOffice;
}
