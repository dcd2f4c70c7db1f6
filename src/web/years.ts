import type { Request, RequestHandler } from 'express';
import type { TaxOffice } from '../tax/tax-office.ts';
import { issueToken } from './csrf.ts';
import { sessionOf } from './dispatch.ts';
import { message } from './messages/message.ts';
import { pageContext } from './pages/context.ts';
import type { PageContext, View } from './pages/page.ts';
import { renderPage } from './pages/render.ts';
import { readPage } from './pages/stored-page.ts';
import { Problem } from './problem.ts';
import { sendPage } from './responses/send.ts';
import type { WebServices, WebSettings } from './services.ts';

/**
 * The tax values of the income years, for people. They are public law: no session, no sign-in, no token, and they stay
 * readable while the database is away.
 */
export interface YearPages {
  /** `GET {P}/annees` */
  readonly all: RequestHandler;
  /** `GET {P}/annees/<année>`; 404 for a year without values. */
  readonly one: RequestHandler;
}

export function yearPages(settings: WebSettings, services: WebServices): YearPages {
  return {
    async all(req, res) {
      const office = services.tax();
      const years = office.years.map((year) => office.yearValues(year));
      const { context, returnTo } = await surroundings(req);
      sendPage(res, 200, renderPage({ view: 'years', years, returnTo }, context));
    },

    async one(req, res) {
      const office = services.tax();
      const incomeYear = office.years.find((year) => String(year) === req.params.year);
      if (incomeYear === undefined) throw new Problem(404, message('pageNotFound'));
      const { context, returnTo } = await surroundings(req);
      const page = {
        view: 'year',
        method: office.method,
        year: office.yearValues(incomeYear),
        previous: yearBefore(office, incomeYear),
        years: office.years,
        returnTo,
      } as const;
      sendPage(res, 200, renderPage(page, context));
    },
  };

  /** A visitor with a session finds the way back to the page it is on; the session itself is left alone. */
  async function surroundings(req: Request): Promise<{ context: PageContext; returnTo: View | null }> {
    const session = services.unavailableFor() === null ? await sessionOf(req, services) : null;
    const current = session?.current;
    const page = readPage(current?.page ?? null);
    if (!current || !page) return { context: pageContext(req, settings, undefined), returnTo: null };
    const token = settings.csrfToken ? issueToken(current.csrfSecret) : undefined;
    const context = { ...pageContext(req, settings, token), user: current.user };
    return { context, returnTo: page.view };
  }
}

function yearBefore({ years, yearValues }: TaxOffice, incomeYear: number) {
  const before = years.filter((year) => year < incomeYear).at(-1);
  return before === undefined ? null : yearValues(before);
}
