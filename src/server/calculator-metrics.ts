import type { Channel } from '../model/metrics.ts';
import type { Calculators } from '../model/web-services.ts';
import type { Metrics } from '../operations/metrics/server-metrics.ts';
import type { Household } from '../tax/return/household.ts';
import type { TaxCalculator } from '../tax/tax-calculator.ts';
import type { TaxService } from './tax-service.ts';

type BulkChannel = Extract<Channel, 'batch' | 'file'>;
type Counts = Pick<Metrics, 'calculations'>;

/** The same calculation, counted for `channel`; fast enough for millions. */
export function withMetrics(
  calculator: TaxCalculator,
  channel: BulkChannel,
  { calculations }: Counts,
): TaxCalculator {
  const counters = new Map<number, { value: number }>();

  function counterOf(incomeYear: number): { value: number } {
    const counter = calculations.counter(channel, calculator.method, String(incomeYear));
    counters.set(incomeYear, counter);
    return counter;
  }

  function calculate(household: Household, incomeYear: number) {
    const result = calculator.calculate(household, incomeYear);
    const counter = counters.get(incomeYear) ?? counterOf(incomeYear);
    counter.value += 1;
    return result;
  }

  return { ...calculator, calculate } as TaxCalculator;
}

/** All calculators, counted; each is wrapped once, because they are requested for every household. */
export function calculatorsWithMetrics(tax: TaxService, channel: BulkChannel, metrics: Counts): Calculators {
  const wrapped = new WeakMap<TaxCalculator, TaxCalculator>();

  function counted(calculator: TaxCalculator): TaxCalculator {
    const known = wrapped.get(calculator);
    if (known) return known;
    const made = withMetrics(calculator, channel, metrics);
    wrapped.set(calculator, made);
    return made;
  }

  return {
    tax: () => counted(tax.calculator()),
    taxBy(method) {
      const calculator = tax.calculatorBy(method);
      return calculator && counted(calculator);
    },
    defaultIncomeYear: tax.defaultIncomeYear,
  };
}
