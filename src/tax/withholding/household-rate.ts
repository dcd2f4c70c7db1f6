import { asFraction, rateOf, type Tenths } from './rate.ts';
import type { WithholdingStep } from './rate-steps.ts';
import { microBusinessOf, payOf, type Scope } from './scope.ts';

/** Last year's tax on the income in scope, divided by this income as on payslips (CGI 204 H, I). */
export function householdRate({ taxInScope, incomeInScope }: Scope): Tenths {
  return rateOf(taxInScope, incomeInScope);
}

export function householdRateSteps(scope: Scope): readonly WithholdingStep[] {
  const { property, netIncome, capital, tax, taxInScope, incomeInScope } = scope;
  return [
    { id: 'taxInScope', article: '204 H, I', amounts: { tax, netIncome, capital }, result: taxInScope },
    {
      id: 'incomeInScope',
      article: '204 A',
      amounts: { pay: payOf(scope), property, microBusiness: microBusinessOf(scope) },
      result: incomeInScope,
    },
    {
      id: 'householdRate',
      article: '204 H, I',
      amounts: { tax: taxInScope, income: incomeInScope },
      result: asFraction(householdRate(scope)),
    },
  ];
}
