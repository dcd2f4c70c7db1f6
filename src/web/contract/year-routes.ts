import type { Request, RequestHandler } from 'express';
import type { TaxOffice } from '../../tax/tax-office.ts';
import { Problem } from '../http/problem.ts';
import { sendPage } from '../http/send.ts';
import { message } from '../messages/message.ts';
import { pageContext } from '../pages/context.ts';
import type { PageContext } from '../pages/page.ts';
import { renderPage } from '../pages/render.ts';
import { readPage } from '../pages/stored-page.ts';
import type { WebServices, WebSettings } from '../services.ts';
import { sessionOf } from './dispatch.ts';
import { issueToken } from './url-token.ts';

/**
 * The tax values of the income years and the boxes of the return, for people. They are public law: no session, no sign-in, no token, and they stay
 * readable while the database is away.
 */
export interface YearPages {
  /** `GET {P}/annees` */
  readonly all: RequestHandler;
  /** `GET {P}/annees/<année>`; 404 for a year without values. */
  readonly one: RequestHandler;
  /** `GET {P}/cases`: every box of the return. */
  readonly boxes: RequestHandler;
}

export function yearPages(settings: WebSettings, services: WebServices): YearPages {
  return {
    async all(req, res) {
      const office = services.tax();
      const years = office.years.map((year) => office.yearValues(year));
      sendPage(res, 200, renderPage({ view: 'years', years }, await contextOf(req)));
    },

    async one(req, res) {
      const office = services.tax();
      const incomeYear = office.years.find((year) => String(year) === req.params.year);
      if (incomeYear === undefined) throw new Problem(404, message('pageNotFound'));
      const page = {
        view: 'year',
        method: office.method,
        year: office.yearValues(incomeYear),
        previous: yearBefore(office, incomeYear),
        years: office.years,
      } as const;
      sendPage(res, 200, renderPage(page, await contextOf(req)));
    },

    async boxes(req, res) {
      sendPage(res, 200, renderPage({ view: 'boxes' }, await contextOf(req)));
    },
  };

  /** A visitor with a session finds the way back to the view that it is on; the session itself is left alone. */
  async function contextOf(req: Request): Promise<PageContext> {
    const session = services.unavailableFor() === null ? await sessionOf(req, services) : null;
    const current = session?.current;
    const page = readPage(current?.page ?? null);
    if (!current || !page) return pageContext(req, settings, undefined);
    const token = settings.csrfToken ? issueToken(current.csrfSecret) : undefined;
    const user = current.user === null ? null : services.signIn.loginOf(current.user);
    return { ...pageContext(req, settings, token), user, currentView: page.view };
  }
}

function yearBefore({ years, yearValues }: TaxOffice, incomeYear: number) {
  const before = years.filter((year) => year < incomeYear).at(-1);
  return before === undefined ? null : yearValues(before);
}
