import type { Meters } from '../operations/metrics/meters.ts';
import type { Household } from '../tax/household.ts';
import type { TaxOffice } from '../tax/tax-office.ts';
import type { Channel, Offices } from '../web/services.ts';
import type { TaxService } from './tax-service.ts';

type BulkChannel = Extract<Channel, 'batch' | 'file'>;
type Counts = Pick<Meters, 'calculations'>;

/** The same calculation, counted as asked for by `channel`; for those who calculate by the million. */
export function countedOffice(office: TaxOffice, channel: BulkChannel, { calculations }: Counts): TaxOffice {
  const counters = new Map<number, { value: number }>();

  function counterOf(incomeYear: number): { value: number } {
    const counter = calculations.counter(channel, office.method, String(incomeYear));
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

/** All offices, counted; each is wrapped once, as they are asked for with every household. */
export function countedOffices(tax: TaxService, channel: BulkChannel, meters: Counts): Offices {
  const wrapped = new WeakMap<TaxOffice, TaxOffice>();

  function counted(office: TaxOffice): TaxOffice {
    const known = wrapped.get(office);
    if (known) return known;
    const made = countedOffice(office, channel, meters);
    wrapped.set(office, made);
    return made;
  }

  return {
    tax: () => counted(tax.office()),
    taxBy(method) {
      const office = tax.officeBy(method);
      return office && counted(office);
    },
    defaultIncomeYear: tax.defaultIncomeYear,
  };
}
