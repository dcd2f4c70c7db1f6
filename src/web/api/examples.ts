import { calculate, calculateInShort } from '../../tax/calculation-result.ts';
import { shortHousehold } from '../../tax/return/household.ts';
import { createTaxCalculator } from '../../tax/tax-calculator.ts';
import { withholding } from '../../tax/withholding/withholding.ts';
import { SHIPPED_YEARS } from '../../tax/years/shipped-years.ts';
import { taxYearSchema } from '../../tax/years/tax-year-schema.ts';
import { readCalculation } from './calculation-input.ts';
import { readWithholding } from './withholding-input.ts';

/** The request body in the documentation. */
export const calculationExample = {
  household: { status: 'couple', children: 2, declarants: [{ salary: 55_555 }, { salary: 20_000 }] },
  incomeYear: 2025,
} as const;

export const withholdingExample = { ...calculationExample, monthlyPay: [4_200, 1_600.5] } as const;

/** The server's answers by the name of their schema, calculated with the shipped values. */
export type AnswerExamples = ReturnType<typeof made>;

let examples: AnswerExamples | null = null;

/** Made when the document is first requested. */
export function answerExamples(): AnswerExamples {
  examples ??= made();
  return examples;
}

function made() {
  const years = SHIPPED_YEARS.map((year) => taxYearSchema.parse(year));
  const calculator = createTaxCalculator({ method: 'official', years });
  const calculators = {
    tax: () => calculator,
    taxBy: () => calculator,
    defaultIncomeYear: () => calculator.latestYear,
  };
  const asked = readCalculation(calculationExample, calculators);
  const pay = readWithholding(withholdingExample, calculators);
  if ('issues' in asked || 'issues' in pay || calculator.method !== 'official')
    throw new Error('an example of the documentation is refused');
  const { household, incomeYear } = pay.calculation;
  const latest = { ...calculator.yearValues(calculator.latestYear), methods: ['official'] };
  const single = { household: shortHousehold(false, 0, 30_000), incomeYear: 2024, calculator };
  return {
    Calculation: calculate(asked.calculation),
    Batch: [
      { item: 1, ...calculateInShort(asked.calculation) },
      { item: 2, ...calculateInShort(single) },
    ],
    Withholding: withholding(calculator.assess(household, incomeYear), pay.question, calculator.neutralGrids),
    TaxYear: latest,
    TaxYears: { defaultIncomeYear: calculator.latestYear, defaultMethod: 'official', taxYears: [latest] },
  };
}
