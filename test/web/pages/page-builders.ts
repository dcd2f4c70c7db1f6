import type { FileJob, FileLimits, FilePreview } from '../../../src/model/file-jobs.ts';
import type { NumberedSimulation } from '../../../src/model/sessions.ts';
import { shortHousehold } from '../../../src/tax/return/household.ts';
import { createTaxCalculator, type TaxCalculator } from '../../../src/tax/tax-calculator.ts';
import type { TaxResult } from '../../../src/tax/tax-result.ts';
import { assetPath } from '../../../src/web/http/assets.ts';
import type { YearPage } from '../../../src/web/pages/other-pages.ts';
import type { PageContext } from '../../../src/web/pages/page.ts';
import { emptyList, type SimulationList } from '../../../src/web/pages/simulation-list.ts';
import { filledBy } from '../../../src/web/pages/simulation-order.ts';
import { taxYear, taxYears } from '../../tax/fixtures.ts';

const tax = createTaxCalculator({ method: 'official', years: taxYears() });
export const legacyTax = createTaxCalculator({ method: 'legacy', years: taxYears() });

/** a calculator that answers a result of the test's. */
export function taxAnswering(changes: Partial<TaxResult>): TaxCalculator {
  if (legacyTax.method !== 'legacy') throw new Error('not the calculator of the legacy method');
  const result = { amountDue: 0, surcharge: 0, decote: 0, reduction: 0, rate: 0, ...changes };
  return { ...legacyTax, calculate: () => result };
}

/** A simulation of the contract's reference set (§8.1), or one with the figures of the test. */
export function simulation(changes: Partial<NumberedSimulation> = {}): NumberedSimulation {
  return {
    id: 1,
    label: null,
    incomeYear: 2018,
    method: 'legacy',
    household: shortHousehold(true, 2, 55_555),
    result: { amountDue: 2814, surcharge: 0, decote: 0, reduction: 0, rate: 0.14 },
    ...changes,
  };
}

/** A list of one page with these rows. */
export function simulationList(
  rows: readonly NumberedSimulation[],
  changes: Partial<SimulationList> = {},
): SimulationList {
  const [first = null] = rows;
  return {
    ...emptyList,
    rows,
    total: rows.length,
    first,
    filled: new Set(rows.flatMap(filledBy)),
    ...changes,
  };
}

/** A context in French, signed in, behind the alias `/impots` and the prefix `/do`, without tokens. */
export function context(changes: Partial<PageContext> = {}): PageContext {
  return {
    language: 'fr',
    actionUrl: (path) => `/impots/do${path}`,
    pageUrl: (path) => `/impots/do${path}`,
    origin: 'https://impots.example.org',
    today: '2026-11-28',
    homeUrl: '/impots/do/',
    signInUrl: '/impots/do/',
    assetUrl: (name) => `/impots${assetPath(name)}`,
    user: 'admin',
    currentView: 'calculation',
    hasPrintedPassword: false,
    languageUrl: (language) => `/impots/do/changer-langue/${language}?retour=%2Fdo%2Fx`,
    incomeYears: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025],
    defaultIncomeYear: 2018,
    tax,
    query: new URLSearchParams(),
    simulations: emptyList,
    ...changes,
  };
}

/** The page of an income year and of the one before it. */
export function yearPage(incomeYear: number, changes: Partial<YearPage> = {}): YearPage {
  return {
    view: 'year',
    method: 'official',
    year: taxYear(incomeYear),
    previous: incomeYear > 2018 ? taxYear(incomeYear - 1) : null,
    years: taxYears().map((year) => year.incomeYear),
    ...changes,
  };
}

export const fileLimits: FileLimits = {
  maxBytes: 512 * 1024 ** 2,
  perSession: 10,
  keptMs: 7_200_000,
  shownLines: 100,
  sheetRows: 1_048_576,
  sheetColumns: 900,
};

/** A file that is calculated, or in the state of the test. */
export function fileJob(changes: Partial<FileJob>): FileJob {
  return {
    id: '0123456789abcdef',
    name: 'foyers de la commune.csv',
    state: 'running',
    size: 1000,
    ahead: 0,
    progress: { bytes: 0, calculated: 0, refused: 0 },
    secondsLeft: null,
    secondsTaken: 0,
    refusedLines: [],
    preview: null,
    unusedColumns: [],
    failure: null,
    secondsKept: null,
    ...changes,
  };
}

/** What was read of a workbook of which one line is wrong. */
export const filePreview: FilePreview = {
  sheet: { name: 'Foyers', others: 2 },
  columns: [
    { name: 'Statut', field: 'status' },
    { name: '0CF', field: 'children' },
    { name: '1AJ (€)', field: 'salary1' },
  ],
  unusedColumns: ['nom', 'commune'],
  incomeYear: 2025,
  withRates: true,
  lines: [
    {
      line: 2,
      household: {
        situation: 'couple',
        singleParent: false,
        children: 2,
        sharedCustodyChildren: 0,
        declarants: [
          { salary: 55_555, pension: 0 },
          { salary: 0, pension: 0 },
        ],
      },
      incomeYear: 2025,
      amountDue: 1_977,
    },
    {
      line: 3,
      refused: [
        {
          line: 3,
          field: 'Statut',
          value: 'concubinage',
          reason: 'deux foyers fiscaux',
        },
      ],
    },
  ],
};
