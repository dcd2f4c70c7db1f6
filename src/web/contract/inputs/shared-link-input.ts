import { CannotCalculate } from '../../../tax/cannot-calculate.ts';
import type { TaxCalculator } from '../../../tax/tax-calculator.ts';
import { excerpt } from '../../http/limits.ts';
import { type Message, message } from '../../messages/message.ts';
import { asTyped, emptyForm, formOf } from '../../pages/calculation-form.ts';
import { emptyCalculation } from '../../pages/kept-pages.ts';
import type { Calculated, CalculationPage } from '../../pages/page.ts';
import { isCutOff, type LinkContent, linkContent } from '../../pages/shared-link.ts';
import type { NumberReader } from './number-reader.ts';

/** With what a link is read. */
interface Reading {
  readonly tax: TaxCalculator;
  readonly defaultIncomeYear: number;
  readonly read: NumberReader;
}

/**
 * The calculation that a link holds. What cannot be calculated as it was meant is not calculated: the form is filled with all
 * that is known, and the page says what is the matter.
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

/** The household, or everything that is wrong with it. */
async function calculationIn(
  content: LinkContent,
  { tax, defaultIncomeYear, read }: Reading,
): Promise<Calculated | { readonly errors: readonly Message[] }> {
  const { fields } = content;
  if (fields.size === 0) return { errors: [message('linkEmpty')] };
  // With its schemas, which a start does not wait for.
  const { parseDetailedFields } = await import('./detailed-fields.ts');
  const parsed = parseDetailedFields(fields, { known: tax.years, byDefault: defaultIncomeYear }, read);
  const errors = [
    ...(isCutOff(content) ? [message('linkCutOff')] : []),
    ...content.unknownBoxes.map((name) => message('linkBoxUnknown', { box: excerpt(name) })),
    ...('errors' in parsed ? parsed.errors.map(ofLink) : impossible(parsed.input, tax)),
  ];
  return 'errors' in parsed || errors.length > 0 ? { errors } : parsed.input;
}

/** The field of the year offers none that is unknown: only the words say which one it was. */
function ofLink(issue: Message): Message {
  return issue.id === 'invalidYear' ? message('linkYearUnknown', { ...issue.values, name: 'année' }) : issue;
}

/** Why the law that the server knows has no amount for it; empty when it has. */
function impossible({ household, incomeYear }: Calculated, tax: TaxCalculator): readonly Message[] {
  try {
    tax.calculate(household, incomeYear);
    return [];
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    return [message('cannotCalculate', { cannot: error.reason })];
  }
}
