import type { NumberedSimulation } from '../../../model/sessions.ts';
import { wholeNumber } from '../format.ts';
import type { Page, PageContext } from '../page.ts';
import { paths, viewPaths } from '../paths.ts';
import { comparedIds, partQuery, ROWS_PER_PAGE } from '../simulation-list.ts';
import { naturalOrder, type Order, queryOf, type SortKey } from '../simulation-order.ts';
import { fill, type Texts } from '../texts/page-texts.ts';
import { simulationTexts } from '../texts/simulations-texts.ts';
import { exportLinks } from './export-links.ts';
import { householdName } from './household-name.ts';
import { type Column, columnsOf } from './simulation-columns.ts';
import { comparisonView } from './simulation-comparison-view.ts';

type SimulationsPage = Extract<Page, { view: 'simulations' }>;

/** The session's simulations, in the order and with the comparison that the address asks for. */
export function simulationsView(page: SimulationsPage, context: PageContext, texts: Texts) {
  const { simulations, language, query, actionUrl } = context;
  const { rows, total, compared } = simulations;
  const columns = columnsOf(simulations, language);
  return {
    own: simulationTexts(language),
    heading: total > 0 ? texts.simulationsList : texts.simulationsEmpty,
    hasSimulations: total > 0,
    calculationUrl: actionUrl(viewPaths.calculation),
    calculate: texts.submit,
    headings: headings(columns, context),
    sorting: sortingView(columns, context),
    simulations: rows.map((each) => rowView(each, columns, context, texts)),
    deleted: page.deleted === null ? null : deletedView(page.deleted, context),
    canCompare: total > 1,
    listUrl: actionUrl(viewPaths.simulations),
    withoutComparison: listUrl(context, { compared: [] }),
    hiddenFields: hiddenFields(context),
    asksForMore: query.has('comparer') && compared.length < 2,
    comparison: compared.length > 1 ? comparisonView(compared, language) : null,
    exports: exportLinks(actionUrl),
    paging: pagingView(context),
  };
}

type Part = Parameters<typeof partQuery>[0];

/** The part of the list that is shown. */
function shownPart({ simulations: { order, page }, query }: PageContext): Part {
  return { order, page, compared: comparedIds(query) };
}

/** The address of the list as shown, with changes. */
function listUrl(context: PageContext, changes: Partial<Part>): string {
  return `${context.actionUrl(viewPaths.simulations)}?${partQuery({ ...shownPart(context), ...changes })}`;
}

/** The address of an action on a simulation; afterwards the same part of the list is shown. */
function changeUrl(path: string, context: PageContext): string {
  const query = partQuery(shownPart(context));
  const isFirstShown = String(query) === String(partQuery({ order: naturalOrder, page: 1, compared: [] }));
  return `${context.actionUrl(path)}${isFirstShown ? '' : `?${query}`}`;
}

/** Comparing keeps the page, and the ticks on other pages. */
function hiddenFields({ simulations: { rows, order, page }, query }: PageContext) {
  const own = new Set(rows.map(({ id }) => id));
  const others = comparedIds(query).filter((id) => !own.has(id));
  return [
    ...Object.entries({ ...queryOf(order), ...(page > 1 && { page }) }).map(([name, value]) => ({
      name,
      value,
    })),
    ...others.map((id) => ({ name: 'comparer', value: id })),
  ];
}

/** The place of the page in the list, and the links to its neighbours; null for a single page. */
function pagingView(context: PageContext) {
  const { rows, page, pages, total } = context.simulations;
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
    previous: page > 1 ? { text: own.previous, url: listUrl(context, { page: page - 1 }) } : null,
    next: page < pages ? { text: own.next, url: listUrl(context, { page: page + 1 }) } : null,
  };
}

/** The list can be sorted by the order of calculation and by its columns. */
function sortables(columns: readonly Column[], { language }: PageContext) {
  const { name } = simulationTexts(language);
  return [{ label: name, sort: naturalOrder.key, isInName: false }, ...columns];
}

/** Each heading sorts the list; the current one reverses it. */
function headings(columns: readonly Column[], context: PageContext) {
  const { order } = context.simulations;
  return sortables(columns, context).map(({ label, sort, isInName }, index) => ({
    text: label,
    isInName,
    isNumber: index > 0,
    url: sort && listUrl(context, { order: nextOrder(sort, order), page: 1 }),
    direction: sort === order.key && !isNatural(order) ? direction(order) : null,
  }));
}

/** The same as a menu, for screens without headings. */
function sortingView(columns: readonly Column[], context: PageContext) {
  const { order } = context.simulations;
  const own = simulationTexts(context.language);
  const named = (key: SortKey) => own.columns[key];
  const sorts = sortables(columns, context).flatMap(({ sort }) => sort ?? []);
  return {
    label: fill(own.sortedBy, { column: named(order.key) }),
    direction: direction(order),
    choices: sorts.map((sort) => ({
      text: named(sort),
      isCurrent: sort === order.key,
      url: listUrl(context, { order: nextOrder(sort, order), page: 1 }),
    })),
  };
}

function nextOrder(key: SortKey, current: Order): Order {
  return { key, isDescending: key === current.key && !current.isDescending };
}

function isNatural({ key, isDescending }: Order): boolean {
  return key === naturalOrder.key && !isDescending;
}

/** As `aria-sort` says it. */
function direction({ isDescending }: Order): 'ascending' | 'descending' {
  return isDescending ? 'descending' : 'ascending';
}

function deletedView(id: number, context: PageContext) {
  return {
    text: fill(simulationTexts(context.language).deleted, { id }),
    restoreUrl: changeUrl(paths.restoreSimulation(id), context),
  };
}

function rowView(
  simulation: NumberedSimulation,
  columns: readonly Column[],
  context: PageContext,
  texts: Texts,
) {
  const { id, label, household, incomeYear } = simulation;
  const { language, query, actionUrl } = context;
  const own = simulationTexts(language);
  const given = householdName(household, incomeYear, language);
  return {
    id,
    label: label ?? '',
    name: label ?? given,
    given: label === null ? null : given,
    number: fill(own.simulation, { id }),
    // Two, as soon as there are two: most people have come to compare them.
    isChosen: query.has('comparer') ? comparedIds(query).includes(id) : context.simulations.total === 2,
    chooseLabel: fill(own.chooseOne, { id }),
    cells: columns.map(({ label: of, isInName, cell }) => ({ of, isInName, ...cell(simulation) })),
    openUrl: actionUrl(paths.openSimulation(id)),
    openLabel: fill(texts.openOne, { id }),
    rename: label === null ? own.nameIt : own.rename,
    renameUrl: changeUrl(paths.renameSimulation(id), context),
    renameLabel: fill(label === null ? own.nameOne : own.renameOne, { id }),
    nameLabel: fill(own.nameOf, { id }),
    deleteUrl: changeUrl(paths.deleteSimulation(id), context),
    deleteLabel: fill(texts.deleteOne, { id }),
  };
}
