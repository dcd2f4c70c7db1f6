import { type Household, shortHousehold } from '../../../src/tax/return/household.ts';
import { brokenBoxes, readBoxFields } from '../../../src/web/contract/inputs/box-fields.ts';
import { peopleNumbers } from '../../../src/web/contract/inputs/number-reader.ts';
import { message } from '../../../src/web/messages/message.ts';
import { type CalculationForm, emptyForm, formOf } from '../../../src/web/pages/calculation-form.ts';
import { emptyCalculation } from '../../../src/web/pages/kept-pages.ts';
import type { StatusPage } from '../../../src/web/pages/other-pages.ts';
import type { AnyPage, Calculated, PageContext } from '../../../src/web/pages/page.ts';
import { taxYears } from '../../tax/fixtures.ts';
import {
  context,
  fileJob,
  fileLimits,
  filePreview,
  legacyTax,
  simulation,
  simulationList,
  yearPage,
} from './page-builders.ts';
import { emptyWithholding, refusedWithholding, withholdingOf } from './withholding-pages.ts';

const filledForm: CalculationForm = {
  ...emptyForm,
  married: 'oui',
  children: '2',
  salary: '100000',
  incomeYear: '2018',
};

export const calculated: Calculated = { household: shortHousehold(true, 2, 100_000), incomeYear: 2018 };

/** A couple of two salaries. */
const bothEarn: Calculated = {
  household: {
    ...shortHousehold(true, 2, 55_554),
    declarants: [
      { salary: 55_554, pension: 0 },
      { salary: 24_000, pension: 0 },
    ],
  },
  incomeYear: 2025,
};

/** A household that fills every field of the detailed form. */
export const family: Household = {
  situation: 'couple',
  singleParent: false,
  children: 2,
  sharedCustodyChildren: 1,
  declarants: [
    { salary: 61_000, pension: 0 },
    { salary: 24_000, pension: 6500 },
  ],
};

/** A family with a filled return: every section holds something. */
export const wholeReturn: Household = {
  ...family,
  boxes: {
    ...{
      '0DA': 1980,
      '0DB': 1982,
      '1AK': 8_000,
      '1BP': 1_200,
      '4BE': 6_000,
      '2TR': 500,
      '2CK': 64,
      '6DE': 120,
    },
    ...{ '7UF': 300, '7DB': 2_400, '7GA': 4_000, '7AC': 200, '7AE': 180, '8HV': 4_900, '8IV': 300 },
  },
  residence: 'guadeloupe_martinique_reunion',
};

const highIncome: Household = {
  ...shortHousehold(false, 3, 900_000),
  singleParent: true,
};

const refusedValues = [
  message('invalidMarried', { value: 'x' }),
  message('invalidNumber', { name: 'enfants', value: '-2' }),
  message('invalidNumber', { name: 'salaire', value: 'x' }),
];

const refusedBoxes = readIssues({
  '7UF': 'x',
  '4BE': '20000',
  '1GH': '5',
  '8HV': '1.234',
  résidence: 'Atlantis',
});

function readIssues(fields: object) {
  const read = readBoxFields(new Map(Object.entries(fields)), 2018, peopleNumbers);
  return 'errors' in read ? read.errors : [];
}

const simulations = [
  simulation(),
  simulation({
    id: 2,
    household: shortHousehold(true, 2, 50_000),
    result: { amountDue: 1384, surcharge: 0, decote: 384, reduction: 347, rate: 0.14 },
  }),
  simulation({
    id: 4,
    household: shortHousehold(false, 3, 200_000),
    result: { amountDue: 42_842, surcharge: 17_283, decote: 0, reduction: 0, rate: 0.41 },
  }),
];

/** Names as people give them, short, long and without a space, of households of two years. */
const namedSimulations = [
  simulation({ label: 'Nous deux' }),
  simulation({
    id: 12,
    incomeYear: 2025,
    label: 'Mariage en juin 2025 ?',
    household: shortHousehold(true, 2, 1_234_567),
    result: { amountDue: 472_842, surcharge: 117_283, decote: 889, reduction: 1_347, rate: 0.45 },
  }),
  simulation({ id: 103, label: 'Marie-Hélène et Jean-Baptiste, avec les jumelles' }),
  simulation({ id: 104, incomeYear: 2024, label: 'x'.repeat(80) }),
];

const years = taxYears();

/** A page, and the visitor who meets it. */
export interface Fixture {
  readonly page: AnyPage;
  readonly context: PageContext;
}

function status(code: number, changes: Partial<StatusPage> = {}): Fixture {
  const page: StatusPage = {
    view: 'status',
    status: code,
    message: message('requestMalformed', { reason: 'bad request' }),
    sent: null,
    ...changes,
  };
  return { page, context: context({ user: null, incomeYears: [], defaultIncomeYear: 0 }) };
}

/** Every page in every state that a visitor may meet. */
export const fixtures: Readonly<Record<string, Fixture>> = {
  authentication: {
    page: { view: 'authentication', login: '', errors: [] },
    context: context({ user: null }),
  },
  'authentication-refused': {
    page: { view: 'authentication', login: 'admin', errors: [message('signInFailed')] },
    context: context({ user: null }),
  },
  'authentication-link-used': {
    page: { view: 'authentication', login: '', errors: [message('linkUsed')] },
    context: context({ user: null, hasPrintedPassword: true }),
  },
  calculation: {
    page: emptyCalculation,
    context: context(),
  },
  'calculation-result': {
    page: { ...emptyCalculation, form: filledForm, calculated },
    context: context(),
  },
  'calculation-refused': {
    page: {
      ...emptyCalculation,
      form: { ...emptyForm, married: 'x', children: '-2', salary: 'x' },
      errors: refusedValues,
      calculated: null,
    },
    context: context(),
  },
  'calculation-of-months': {
    page: {
      ...emptyCalculation,
      form: {
        ...filledForm,
        salary: '4 629,58',
        period: 'mois',
        details: { ...emptyForm.details, salary2: '2000' },
      },
      calculated: bothEarn,
    },
    context: context(),
  },
  'calculation-by-legacy': {
    page: { ...emptyCalculation, form: filledForm, calculated },
    context: context({ tax: legacyTax, incomeYears: [2018] }),
  },
  'calculation-untaxed': {
    page: {
      ...emptyCalculation,
      form: { ...filledForm, salary: '0' },
      errors: [],
      calculated: { household: shortHousehold(true, 2, 0), incomeYear: 2025 },
    },
    context: context(),
  },
  'detailed-form': {
    page: { ...emptyCalculation, form: { ...emptyForm, isDetailed: true }, startsAt: 'form' },
    context: context(),
  },
  'detailed-result': {
    page: {
      ...emptyCalculation,
      form: formOf(family, 2025),
      errors: [],
      calculated: { household: family, incomeYear: 2025 },
    },
    context: context(),
  },
  'return-result': {
    page: {
      ...emptyCalculation,
      form: formOf(wholeReturn, 2025),
      errors: [],
      calculated: { household: wholeReturn, incomeYear: 2025 },
    },
    context: context(),
  },
  'return-refused': {
    page: {
      ...emptyCalculation,
      form: formOf(wholeReturn, 2018),
      errors: brokenBoxes(wholeReturn, 2018, new Map()).concat(refusedBoxes),
    },
    context: context(),
  },
  withholding: { page: emptyWithholding, context: context({ user: null, currentView: null }) },
  'withholding-couple': { page: withholdingOf(family), context: context() },
  'withholding-alone': {
    page: withholdingOf(shortHousehold(false, 1, 31_234), { monthlyPay: [2_345.67] }),
    context: context(),
  },
  'withholding-of-a-return': {
    page: withholdingOf({ ...wholeReturn, boxes: { ...wholeReturn.boxes, '5HQ': 30_000 } }),
    context: context(),
  },
  'withholding-left-out': {
    page: withholdingOf({ ...family, boxes: { '1AO': 2_400, '1HH': 900 } }),
    context: context(),
  },
  'withholding-refused': {
    page: refusedWithholding({
      situation: 'célibataire',
      enfants: '-2',
      salaire_1: 'x',
      paie_1: '0',
      paie_2: '1.234',
      territoire: 'Atlantis',
      '7UF': 'x',
      année: '2018',
    }),
    context: context(),
  },
  boxes: { page: { view: 'boxes' }, context: context() },
  'detailed-high-income': {
    page: {
      ...emptyCalculation,
      form: formOf(highIncome, 2019),
      errors: [],
      calculated: { household: highIncome, incomeYear: 2019 },
    },
    context: context(),
  },
  'detailed-refused': {
    page: {
      ...emptyCalculation,
      form: {
        ...formOf({ ...family, situation: 'widowed', singleParent: true }, 2025),
        salary: '-1',
        incomeYear: '1999',
      },
      errors: [
        message('singleParentOnlyWhenSingle', { name: 'parent_isolé' }),
        message('invalidNumber', { name: 'salaire_1', value: '-1' }),
        message('twoDeclarantsOnlyForCouple', { name: 'salaire_2' }),
        message('invalidYear', { value: '1999', years: '2018, 2019' }),
      ],
      calculated: null,
    },
    context: context(),
  },
  simulations: {
    page: { view: 'simulations', isEmpty: false, deleted: null },
    context: context({ simulations: simulationList(simulations) }),
  },
  'calculation-of-a-link': {
    page: {
      ...emptyCalculation,
      form: formOf(calculated.household, 2018),
      calculated,
      link: { leftOut: ['fbclid', '<b>'] },
    },
    context: context(),
  },
  'calculation-of-a-later-link': {
    page: {
      ...emptyCalculation,
      form: { ...formOf(family, 2018), incomeYear: '2031' },
      errors: [
        message('linkBoxUnknown', { box: '9XX' }),
        message('linkYearUnknown', { value: '2031', name: 'année' }),
      ],
      link: { leftOut: [] },
    },
    context: context(),
  },
  'simulations-compared': {
    page: { view: 'simulations', isEmpty: false, deleted: null },
    context: context({
      simulations: simulationList(
        simulations.toSorted((one, other) => one.result.amountDue - other.result.amountDue),
        {
          order: { key: 'impôt', isDescending: false },
          compared: [...simulations.slice(0, 2), simulation({ id: 5, household: wholeReturn })],
        },
      ),
      query: new URLSearchParams('tri=impôt&comparer=1&comparer=2&comparer=5'),
    }),
  },
  'simulations-after-deletion': {
    page: { view: 'simulations', isEmpty: false, deleted: 3 },
    context: context({ simulations: simulationList([simulation({ label: 'à deux' })]) }),
  },
  'simulations-of-years': {
    page: { view: 'simulations', isEmpty: false, deleted: null },
    context: context({ simulations: simulationList(namedSimulations), defaultIncomeYear: 2025 }),
  },
  'simulations-in-pages': {
    page: { view: 'simulations', isEmpty: false, deleted: null },
    context: context({
      simulations: simulationList(
        Array.from({ length: 100 }, (_, index) => simulation({ id: 100_000 - 200 - index })),
        { order: { key: 'numéro', isDescending: true }, page: 3, pages: 1_000, total: 100_000 },
      ),
      query: new URLSearchParams('tri=numéro&sens=décroissant&page=3&comparer=7&comparer=99800'),
    }),
  },
  'simulations-empty': { page: { view: 'simulations', isEmpty: true, deleted: null }, context: context() },
  errors: {
    page: { view: 'errors', errors: [message('simulationUnknown', { id: 100 })] },
    context: context(),
  },
  'errors-signed-out': {
    page: { view: 'errors', errors: [message('notAuthenticated', { action: 'lister-simulations' })] },
    context: context({ user: null }),
  },
  end: { page: { view: 'end', simulations: 3, files: 1 }, context: context() },
  'authentication-expired': {
    page: {
      view: 'authentication',
      login: '',
      errors: [],
      notice: 'expiredWithForm',
      resume: 'mari%C3%A9=oui&enfants=2&salaire=55555',
    },
    context: context({ user: null }),
  },
  'authentication-for-a-link': {
    page: {
      view: 'authentication',
      login: '',
      errors: [],
      notice: 'link',
      resume: 'page=shared&situation=veuf',
    },
    context: context({ user: null }),
  },
  'authentication-without-cookies': {
    page: { view: 'authentication', login: 'admin', errors: [], notice: 'cookies' },
    context: context({ user: null }),
  },
  years: { page: { view: 'years', years }, context: context() },
  'years-signed-out': {
    page: { view: 'years', years },
    context: context({ user: null, currentView: null }),
  },
  'year-2025': { page: yearPage(2025), context: context() },
  'year-2020': { page: yearPage(2020), context: context({ currentView: 'simulations' }) },
  'year-of-legacy': { page: yearPage(2018, { method: 'legacy' }), context: context() },
  files: { page: { view: 'files', jobs: [], limits: fileLimits, failure: null }, context: context() },
  'files-of-the-session': {
    page: {
      view: 'files',
      jobs: [
        fileJob({
          state: 'running',
          progress: { bytes: 400, calculated: 412_345, refused: 3 },
          secondsLeft: 9,
        }),
        fileJob({ name: 'en-attente.csv', state: 'waiting', ahead: 1 }),
        fileJob({ name: 'fini.csv', state: 'done', secondsKept: 7200 }),
        fileJob({ name: 'vide.csv', state: 'failed', failure: { code: 'emptyFile', values: {} } }),
      ],
      limits: fileLimits,
      failure: null,
    },
    context: context(),
  },
  'files-refused': {
    page: {
      view: 'files',
      jobs: [],
      limits: fileLimits,
      failure: { code: 'tooLarge', values: { max: fileLimits.maxBytes } },
    },
    context: context(),
  },
  'file-running': {
    page: {
      view: 'file',
      job: fileJob({
        state: 'running',
        progress: { bytes: 412, calculated: 412_345, refused: 3 },
        secondsLeft: 9,
      }),
      limits: fileLimits,
    },
    context: context(),
  },
  'file-ready': {
    page: {
      view: 'file',
      job: fileJob({ name: 'foyers.xlsx', state: 'ready', secondsKept: 7200, preview: filePreview }),
      limits: fileLimits,
    },
    context: context(),
  },
  'file-done': {
    page: {
      view: 'file',
      job: fileJob({
        state: 'done',
        progress: { bytes: 1000, calculated: 999_997, refused: 3 },
        secondsTaken: 12,
        secondsKept: 7200,
        unusedColumns: ['nom', '<b>"ville"</b>'],
        refusedLines: [
          { line: 12, field: '', value: '11,12', reason: 'la ligne a 2 colonnes au lieu de 4' },
          { line: 40_001, field: 'marié', value: '<b>"x"</b>', reason: 'oui ou non' },
        ],
      }),
      limits: fileLimits,
    },
    context: context(),
  },
  'file-all-refused': {
    page: {
      view: 'file',
      job: fileJob({
        state: 'done',
        progress: { bytes: 1000, calculated: 0, refused: 1 },
        refusedLines: [{ line: 2, field: 'marié', value: 'x', reason: 'oui ou non' }],
      }),
      limits: fileLimits,
    },
    context: context(),
  },
  'file-failed': {
    page: {
      view: 'file',
      job: fileJob({ state: 'failed', failure: { code: 'diskFull', values: {} } }),
      limits: fileLimits,
    },
    context: context(),
  },
  'file-cancelled': {
    page: { view: 'file', job: fileJob({ state: 'cancelled' }), limits: fileLimits },
    context: context(),
  },
  'file-unknown': { page: { view: 'file', job: null, limits: fileLimits }, context: context() },
  'status-400': status(400),
  'status-403': status(403, { message: message('crossSite') }),
  'status-404': status(404, { message: message('pageNotFound') }),
  'status-405': status(405, {
    message: message('methodNotAllowed', { method: 'DELETE', allowed: 'GET, HEAD' }),
  }),
  'status-413': status(413, { message: message('bodyTooLarge', { max: 16_384 }) }),
  'status-429': status(429, {
    message: message('signInPaused', { seconds: 840 }),
  }),
  'status-500': status(500, { message: message('unexpected', { reference: 'f3a9c1d2' }) }),
  'status-503': status(503, {
    message: message('databaseUnavailable', { seconds: 5 }),
  }),
  'status-503-of-a-form': status(503, {
    message: message('databaseUnavailable', { seconds: 5 }),
    sent: {
      url: '/impots/do/calculer-impot',
      fields: [
        { name: 'marié', value: 'oui' },
        { name: 'enfants', value: '2' },
        { name: 'salaire', value: '<b>"55555"</b>' },
      ],
      asksPassword: false,
    },
  }),
  'status-429-of-a-form': status(429, {
    message: message('signInPaused', { seconds: 840 }),
    sent: {
      url: '/impots/do/authentifier-utilisateur',
      fields: [{ name: 'user', value: 'admin' }],
      asksPassword: true,
    },
  }),
  'status-no-cookies': status(400, { message: message('cookiesNeeded') }),
  'status-no-session': status(400, { message: message('noSession') }),
};
