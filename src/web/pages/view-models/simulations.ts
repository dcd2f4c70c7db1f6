import type { NumberedSimulation } from '../../../model/sessions.ts';
import { incomeOf } from '../../../tax/household.ts';
import { rate, wholeNumber } from '../format.ts';
import { viewPaths } from '../next-page.ts';
import type { Page, PageContext } from '../page.ts';
import { naturalOrder, type Order, orderOf, queryOf, type SortKey, sorted } from '../simulation-order.ts';
import { simulationTexts } from '../texts/simulations.ts';
import { fill, type Texts } from '../texts/texts.ts';
import { exportLinks } from './export-links.ts';
import { COMPARED_AT_MOST, comparisonView } from './simulation-comparison.ts';

type SimulationsPage = Extract<Page, { view: 'simulations' }>;

/** The table of the session's simulations, in the order and with the comparison that the address asks for. */
export function simulationsView(page: SimulationsPage, context: PageContext, texts: Texts) {
  const { simulations, defaultIncomeYear, language, query, actionUrl } = context;
  const order = orderOf(query);
  const chosen = new Set(query.getAll('comparer').slice(0, COMPARED_AT_MOST));
  const compared = simulations.filter(({ id }) => chosen.has(String(id)));
  // The contract's table has no year: it is shown only where it tells lines apart.
  const showsYears = simulations.some(({ incomeYear }) => incomeYear !== defaultIncomeYear);
  return {
    own: simulationTexts(language),
    heading: simulations.length > 0 ? texts.simulationsList : texts.simulationsEmpty,
    hasSimulations: simulations.length > 0,
    calculationUrl: actionUrl(viewPaths.calculation),
    calculate: texts.menuCalculation,
    showsYears,
    isWide: showsYears || simulations.some(({ label }) => label !== null),
    headings: headings(order, context, texts),
    simulations: sorted(simulations, order).map((each) => rowView(each, chosen, context, texts)),
    deleted: page.deleted === null ? null : deletedView(page.deleted, context),
    canCompare: simulations.length > 1,
    listUrl: actionUrl(viewPaths.simulations),
    orderFields: Object.entries(queryOf(order)).map(([name, value]) => ({ name, value })),
    asksForMore: query.has('comparer') && compared.length < 2,
    comparison: compared.length > 1 ? comparisonView(compared, language) : null,
    exports: exportLinks(actionUrl),
  };
}

type Heading = { readonly text: string; readonly url: string; readonly sorting: string | null };

/** Each leads to the list in its order; the one in force, to the contrary of it. */
function headings(order: Order, { actionUrl, query }: PageContext, texts: Texts): Record<string, Heading> {
  const of = (key: SortKey, text: string): Heading => {
    const isCurrent = key === order.key;
    const next = { key, isDescending: isCurrent && !order.isDescending };
    const parameters = new URLSearchParams(queryOf(next));
    for (const id of query.getAll('comparer').slice(0, COMPARED_AT_MOST)) parameters.append('comparer', id);
    const isShown = isCurrent && (order.isDescending || key !== naturalOrder.key);
    return {
      text,
      url: `${actionUrl(viewPaths.simulations)}${parameters.size > 0 ? `?${parameters}` : ''}`,
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
    restoreUrl: actionUrl(`/restaurer-simulation/${id}`),
  };
}

function rowView(
  { id, label, household, incomeYear, result }: NumberedSimulation,
  chosen: ReadonlySet<string>,
  { language, actionUrl }: PageContext,
  texts: Texts,
) {
  const own = simulationTexts(language);
  return {
    id,
    label: label ?? '',
    isChosen: chosen.has(String(id)),
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
    openUrl: actionUrl(`/ouvrir-simulation/${id}`),
    openLabel: fill(texts.openOne, { id }),
    renameUrl: actionUrl(`/renommer-simulation/${id}`),
    renameLabel: fill(own.renameOne, { id }),
    nameLabel: fill(own.name, { id }),
    deleteUrl: actionUrl(`/supprimer-simulation/${id}`),
    deleteLabel: fill(texts.deleteOne, { id }),
  };
}
