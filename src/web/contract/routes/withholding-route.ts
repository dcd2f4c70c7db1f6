import type { RequestHandler } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import { CannotCalculate } from '../../../tax/cannot-calculate.ts';
import { RESIDENCES } from '../../../tax/return/residence.ts';
import type { OfficialCalculator } from '../../../tax/tax-calculator.ts';
import { askWithholding } from '../../../tax/withholding/ask.ts';
import { FIRST_RATE_YEAR } from '../../../tax/withholding/first-rate-year.ts';
import type { Withholding } from '../../../tax/withholding/withholding.ts';
import { Problem } from '../../http/problem.ts';
import { sendPage } from '../../http/send.ts';
import { type Message, message } from '../../messages/message.ts';
import { calculationBehind } from '../../pages/kept-pages.ts';
import type { WithholdingPage } from '../../pages/other-pages.ts';
import type { Page } from '../../pages/page.ts';
import { postedFields } from '../../pages/posted-fields.ts';
import { renderPage } from '../../pages/render.ts';
import type { WithholdingInput } from '../inputs/withholding-fields.ts';
import { visitorOf } from './visitor.ts';

type Fields = ReadonlyMap<string, string>;

/**
 * `GET {P}/prelevement-a-la-source`: the withholding from the pay. The household is in the address, or is the session's
 * latest. It needs no session and no sign-in, and nothing is kept. Always by the official method.
 */
export function withholdingPage(settings: WebSettings, services: WebServices): RequestHandler {
  return async (req, res) => {
    const calculator = services.taxBy('official');
    if (calculator?.method !== 'official') throw new Problem(404, message('pageNotFound'));
    const { context, page } = await visitorOf(req, settings, services);
    const asked: Fields = new Map(context.query);
    const fields = asked.size > 0 ? asked : lastCalculated(page);
    const reading = fields.size > 0 ? await read(fields, calculator) : { errors: [] };
    const answered = 'errors' in reading ? reading : answerTo(reading.input, calculator);
    if ('answer' in answered)
      services.metrics.calculated('withholding', 'official', answered.answer.incomeYear);
    const years = calculator.years.filter((year) => year >= FIRST_RATE_YEAR);
    sendPage(res, 200, renderPage(pageOf(fields, years, answered), context));
  };
}

/** The question in the fields, or all issues. Its schemas are loaded when first needed, so that the start is fast. */
async function read(fields: Fields, { years, latestYear }: OfficialCalculator) {
  const { parseWithholdingFields } = await import('../inputs/withholding-fields.ts');
  return parseWithholdingFields(fields, { known: years, byDefault: latestYear }, RESIDENCES);
}

type Answered =
  | { readonly errors: readonly Message[] }
  | { readonly answer: Withholding; readonly input: WithholdingInput };

function answerTo(input: WithholdingInput, calculator: OfficialCalculator): Answered {
  const { household, incomeYear, question } = input;
  try {
    return { answer: askWithholding(calculator, household, incomeYear, question), input };
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    return { errors: [message('cannotCalculate', { cannot: error.reason })] };
  }
}

function pageOf(fields: Fields, years: readonly number[], answered: Answered): WithholdingPage {
  const isAnswered = 'answer' in answered;
  return {
    view: 'withholding',
    fields,
    years,
    territories: RESIDENCES,
    errors: isAnswered ? [] : answered.errors,
    answer: isAnswered ? answered.answer : null,
    household: isAnswered ? answered.input.household : null,
  };
}

function lastCalculated(page: Page | null): Fields {
  const { calculated } = calculationBehind(page);
  const hasRates = calculated !== null && calculated.incomeYear >= FIRST_RATE_YEAR;
  return hasRates ? postedFields(calculated.household, calculated.incomeYear) : new Map();
}
