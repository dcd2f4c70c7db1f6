import type { NumberedSimulation } from '../../../model/sessions.ts';
import { incomeOf } from '../../../tax/return/household.ts';
import { rate, wholeNumber } from '../format.ts';
import type { Page, PageContext } from '../page.ts';
import { paths, viewPaths } from '../paths.ts';
import { comparedIds, pageQuery, ROWS_PER_PAGE } from '../simulation-list.ts';
import { naturalOrder, type Order, queryOf, type SortKey } from '../simulation-order.ts';
import { fill, type Texts } from '../texts/page-texts.ts';
import { simulationTexts } from '../texts/simulations-texts.ts';
import { exportLinks } from './export-links.ts';
import { comparisonView } from './simulation-comparison-view.ts';

type SimulationsPage = Extract<Page, { view: 'simulations' }>;

/** Numbers from here on make the table wider than the page. */
const LONG_NUMBER = 1_000;

/** The table of the session's simulations, in the order and with the comparison that the address asks for. */
export function simulationsView(page: SimulationsPage, context: PageContext, texts: Texts) {
  const { simulations, defaultIncomeYear, language, query, actionUrl } = context;
  const { rows, total, compared, incomeYears } = simulations;
  const chosen = new Set(comparedIds(query));
  // The contract's table has no year: it is shown only where it tells lines apart.
  const showsYears = [...incomeYears].some((incomeYear) => incomeYear !== defaultIncomeYear);
  return {
    own: simulationTexts(language),
    heading: total > 0 ? texts.simulationsList : texts.simulationsEmpty,
    hasSimulations: total > 0,
    calculationUrl: actionUrl(viewPaths.calculation),
    calculate: texts.menuCalculation,
    showsYears,
    isWide: showsYears || rows.some(({ id, label }) => label !== null || id >= LONG_NUMBER),
    headings: headings(context, texts),
    simulations: rows.map((each) => rowView(each, chosen, context, texts)),
    deleted: page.deleted === null ? null : deletedView(page.deleted, context),
    canCompare: total > 1,
    listUrl: actionUrl(viewPaths.simulations),
    hiddenFields: hiddenFields(context),
    asksForMore: query.has('comparer') && compared.length < 2,
    comparison: compared.length > 1 ? comparisonView(compared, language) : null,
    exports: exportLinks(actionUrl),
    paging: pagingView(context),
  };
}

/** The list in an order, from one of its pages on, with the comparison that is shown. */
function listUrl({ actionUrl, query }: PageContext, order: Order, page = 1): string {
  const parameters = new URLSearchParams({ ...queryOf(order), ...pageQuery(page) });
  for (const id of comparedIds(query)) parameters.append('comparer', String(id));
  return `${actionUrl(viewPaths.simulations)}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

/** Comparing stays on the page, and keeps what is ticked on the others. */
function hiddenFields({ simulations: { rows, order, page }, query }: PageContext) {
  const own = new Set(rows.map(({ id }) => id));
  const others = comparedIds(query).filter((id) => !own.has(id));
  return [
    ...Object.entries({ ...queryOf(order), ...pageQuery(page) }).map(([name, value]) => ({ name, value })),
    ...others.map((id) => ({ name: 'comparer', value: String(id) })),
  ];
}

/** Where the page stands in the list, and the ways to its neighbours; null when it is the only one. */
function pagingView(context: PageContext) {
  const { rows, order, page, pages, total } = context.simulations;
  if (pages === 1) return null;
  const own = simulationTexts(context.language);
  const written = (count: number) => wholeNumber(count, context.language).text;
  const first = (page - 1) * ROWS_PER_PAGE + 1;
  return {
    label: own.pages,
    place: fill(own.place, {
      first: written(first),
      last: written(first + rows.length - 1),
      total: written(total),
    }),
    previous: page > 1 ? { text: own.previous, url: listUrl(context, order, page - 1) } : null,
    next: page < pages ? { text: own.next, url: listUrl(context, order, page + 1) } : null,
  };
}

type Heading = { readonly text: string; readonly url: string; readonly sorting: string | null };

/** Each leads to the list in its order; the one in force, to the contrary of it. */
function headings(context: PageContext, texts: Texts): Record<string, Heading> {
  const { order } = context.simulations;
  const of = (key: SortKey, text: string): Heading => {
    const isCurrent = key === order.key;
    const isShown = isCurrent && (order.isDescending || key !== naturalOrder.key);
    return {
      text,
      url: listUrl(context, { key, isDescending: isCurrent && !order.isDescending }),
      sorting: isShown ? (order.isDescending ? 'descending' : 'ascending') : null,
    };
  };
  return {
    number: of('numéro', texts.columnNumber),
    married: of('marié', texts.columnMarried),
    children: of('enfants', texts.columnChildren),
    income: of('revenus', texts.columnIncome),
    amountDue: of('impôt', texts.columnAmountDue),
    surcharge: of('surcôte', texts.columnSurcharge),
    decote: of('décôte', texts.columnDecote),
    reduction: of('réduction', texts.columnReduction),
    rate: of('taux', texts.columnRate),
    incomeYear: of('année', texts.columnIncomeYear),
  };
}

function deletedView(id: number, { language, actionUrl }: PageContext) {
  return {
    text: fill(simulationTexts(language).deleted, { id }),
    restoreUrl: actionUrl(paths.restoreSimulation(id)),
  };
}

function rowView(
  { id, label, household, incomeYear, result }: NumberedSimulation,
  chosen: ReadonlySet<number>,
  { language, actionUrl }: PageContext,
  texts: Texts,
) {
  const own = simulationTexts(language);
  return {
    id,
    label: label ?? '',
    isChosen: chosen.has(id),
    chooseLabel: fill(own.chooseOne, { id }),
    married: household.situation === 'couple' ? texts.isMarried : texts.isNotMarried,
    children: household.children + household.sharedCustodyChildren,
    income: wholeNumber(incomeOf(household), language),
    amountDue: wholeNumber(result.amountDue, language),
    surcharge: wholeNumber(result.surcharge, language),
    decote: wholeNumber(result.decote, language),
    reduction: wholeNumber(result.reduction, language),
    rate: rate(result.rate, language),
    incomeYear,
    openUrl: actionUrl(paths.openSimulation(id)),
    openLabel: fill(texts.openOne, { id }),
    renameUrl: actionUrl(paths.renameSimulation(id)),
    renameLabel: fill(own.renameOne, { id }),
    nameLabel: fill(own.name, { id }),
    deleteUrl: actionUrl(paths.deleteSimulation(id)),
    deleteLabel: fill(texts.deleteOne, { id }),
  };
}
