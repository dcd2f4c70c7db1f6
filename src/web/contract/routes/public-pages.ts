import type { RequestHandler } from 'express';
import type { WebServices } from '../../../model/web-services.ts';
import type { WebSettings } from '../../../model/web-settings.ts';
import type { TaxCalculator } from '../../../tax/tax-calculator.ts';
import { Problem } from '../../http/problem.ts';
import { sendPage } from '../../http/send.ts';
import { message } from '../../messages/message.ts';
import { renderPage } from '../../pages/render.ts';
import { visitorOf } from './visitor.ts';

/** The tax values of the income years and the boxes of the return: public law, also served while the database is down. */
interface PublicPages {
  readonly years: RequestHandler;
  /** 404 for a year without values. */
  readonly year: RequestHandler;
  /** Every box of the return. */
  readonly boxes: RequestHandler;
}

export function publicPages(settings: WebSettings, services: WebServices): PublicPages {
  return {
    async years(req, res) {
      const calculator = services.tax();
      const years = calculator.years.map((year) => calculator.yearValues(year));
      sendPage(
        res,
        200,
        renderPage({ view: 'years', years }, (await visitorOf(req, settings, services)).context),
      );
    },

    async year(req, res) {
      const calculator = services.tax();
      const incomeYear = calculator.years.find((year) => String(year) === req.params.year);
      if (incomeYear === undefined) throw new Problem(404, message('pageNotFound'));
      const page = {
        view: 'year',
        method: calculator.method,
        year: calculator.yearValues(incomeYear),
        previous: yearBefore(calculator, incomeYear),
        years: calculator.years,
      } as const;
      sendPage(res, 200, renderPage(page, (await visitorOf(req, settings, services)).context));
    },

    async boxes(req, res) {
      sendPage(res, 200, renderPage({ view: 'boxes' }, (await visitorOf(req, settings, services)).context));
    },
  };
}

function yearBefore({ years, yearValues }: TaxCalculator, incomeYear: number) {
  const before = years.filter((year) => year < incomeYear).at(-1);
  return before === undefined ? null : yearValues(before);
}
