import { CannotCalculate } from '../../../tax/cannot-calculate.ts';
import type { TaxCalculator } from '../../../tax/tax-calculator.ts';
import { excerpt } from '../../http/limits.ts';
import { type Message, message } from '../../messages/message.ts';
import { asTyped, emptyForm, formOf } from '../../pages/calculation-form.ts';
import { emptyCalculation } from '../../pages/kept-pages.ts';
import type { Calculated, CalculationPage } from '../../pages/page.ts';
import { isCutOff, type LinkContent, linkContent } from '../../pages/shared-link.ts';
import type { NumberReader } from './number-reader.ts';

/** What is needed to read a link. */
interface Reading {
  readonly tax: TaxCalculator;
  readonly defaultIncomeYear: number;
  readonly read: NumberReader;
}

/**
 * The calculation in a link. If it cannot be calculated as intended, the form is filled with everything known, and the
 * page explains the problem.
 */
export async function sharedCalculation(query: URLSearchParams, reading: Reading): Promise<CalculationPage> {
  const content = linkContent(query);
  const link = { leftOut: content.others.map(excerpt) };
  const found = await calculationIn(content, reading);
  if ('errors' in found) {
    const form = content.fields.size === 0 ? emptyForm : asTyped(content.fields, emptyForm);
    return { ...emptyCalculation, form, errors: found.errors, link };
  }
  const form = formOf(found.household, found.incomeYear);
  return { ...emptyCalculation, form, calculated: found, link };
}

/** The household, or all its issues. */
async function calculationIn(
  content: LinkContent,
  { tax, defaultIncomeYear, read }: Reading,
): Promise<Calculated | { readonly errors: readonly Message[] }> {
  const { fields } = content;
  if (fields.size === 0) return { errors: [message('linkEmpty')] };
  // Loads its schemas when they are first needed, so that the start is fast.
  const { parseDetailedFields } = await import('./detailed-fields.ts');
  const parsed = parseDetailedFields(fields, { known: tax.years, byDefault: defaultIncomeYear }, read);
  const errors = [
    ...(isCutOff(content) ? [message('linkCutOff')] : []),
    ...content.unknownBoxes.map((name) => message('linkBoxUnknown', { box: excerpt(name) })),
    ...('errors' in parsed ? parsed.errors.map(ofLink) : impossible(parsed.input, tax)),
  ];
  return 'errors' in parsed || errors.length > 0 ? { errors } : parsed.input;
}

/** The field of the year cannot show an unknown year: the message names it. */
function ofLink(issue: Message): Message {
  return issue.id === 'invalidYear' ? message('linkYearUnknown', { ...issue.values, name: 'année' }) : issue;
}

/** Why there is no amount by the law that the server knows; empty when there is one. */
function impossible({ household, incomeYear }: Calculated, tax: TaxCalculator): readonly Message[] {
  try {
    tax.calculate(household, incomeYear);
    return [];
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    return [message('cannotCalculate', { cannot: error.reason })];
  }
}
