import type { french } from './pages.fr.ts';

/** What the English pages say. A key that French has and this lacks is a type error. */
export const english: typeof french = {
  application: 'Tax application',
  heading: 'Calculate your tax',
  tagline: "A household's French income tax, from its situation and its income.",
  picture: 'Cherry tree in blossom',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  language: 'Language',
  signedInAs: 'Signed in:',
  disclaimer: "An estimate for guidance: only the tax administration's notice is binding.",
  apiLink: 'For programs: API',

  menuCalculation: 'Calculation',
  menuSimulations: 'Simulations',
  menuFiles: 'Many households',
  menuWithholding: 'Withholding',
  menuYears: 'Values',
  menuEndSession: 'Sign out',
  signIn: 'Sign in',

  submit: 'Calculate',
  yes: 'Yes',
  no: 'No',
  formErrors: 'The following errors occurred:',
  unexpectedErrors: 'The following unexpected errors occurred:',
  signInNeeded: 'To go on, sign in: a new session starts.',

  signInNotices: {
    expired: 'Your session has expired. Sign in to go on.',
    expiredWithForm: 'Your session has expired. Sign in: you will find the form as you had filled it in.',
    needed: 'Sign in to open this page.',
    cookies: 'Your browser did not send the session cookie back. Allow cookies for this site, then sign in.',
  },
  user: 'User name',
  password: 'Password',
  printedPassword:
    'This server has no users yet. On this machine, sign in as “admin” with the password shown in the window of the server.',

  calculationTitle: 'Tax calculation',
  married: 'Are you married or in a civil partnership (PACS)?',
  children: 'Number of dependent children',
  incomeYear: 'Income year',
  incomeYearHelp: 'The tax is due the year after',

  result: 'Result',
  noResult: 'The amount of tax will appear here.',

  simulationsList: 'Your simulations',
  simulationsEmpty: 'You have no simulations',
  columnMarried: 'Married',
  delete: 'Delete',
  deleteOne: 'Delete simulation {id}',
  openOne: 'Open simulation {id}',

  pageTitle: '{title} – {application}',
  errorTitle: 'Error: {title}',
  resultTitle: 'Result of the calculation',
  errorsTitle: 'Not possible',
  formKept: 'Nothing that you typed is lost.',
  passwordAgain: 'Type the password again; the rest is kept.',
  sendAgain: 'Send the form again',
  backToStart: 'Back to the start',
  statuses: {
    noSession: 'No session',
    noCookies: 'Cookies are needed',
    400: 'Request not understood',
    403: 'Request refused',
    404: 'Page not found',
    405: 'This address does not open that way',
    413: 'Too much data',
    429: 'Too many failed attempts',
    tooMany: 'Too many requests',
    500: 'Unexpected error',
    503: 'Out of service for a moment',
  },
};
