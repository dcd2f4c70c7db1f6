import type { french } from './french.ts';

/** What the English pages say. A key that French has and this lacks is a type error. */
export const english: typeof french = {
  title: 'Tax application',
  heading: 'Calculate your tax',
  tagline: "A household's French income tax, from its situation and its salary.",
  picture: 'Cherry tree in blossom',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  language: 'Language',
  signedInAs: 'Signed in:',
  disclaimer: "An estimate for guidance: only the tax administration's notice is binding.",
  apiLink: 'For programs: API',

  menuCalculation: 'Tax calculation',
  menuSimulations: 'List of simulations',
  menuEndSession: 'End of session',
  signInAgain: 'Sign in',

  submit: 'Submit',
  yes: 'Yes',
  no: 'No',
  euros: 'euros',
  formErrors: 'The following errors occurred:',
  unexpectedErrors: 'The following unexpected errors occurred:',
  signInNeeded: 'To go on, sign in: a new session starts.',

  signInNotices: {
    expired: 'Your session has expired. Sign in to go on.',
    expiredWithForm: 'Your session has expired. Sign in: you will find the form as you had filled it in.',
    needed: 'Sign in to open this page.',
    cookies: 'Your browser did not send the session cookie back. Allow cookies for this site, then sign in.',
  },
  authenticationInstruction: 'Please sign in',
  user: 'User name',
  password: 'Password',
  printedPassword:
    'This server has no users yet. On this machine, sign in as “admin” with the password shown in the window of the server.',

  calculationInstruction: 'Fill in the form below and submit it',
  married: 'Are you married or in a civil partnership (PACS)?',
  children: 'Number of dependent children',
  salary: 'Net taxable salary of the year',
  salaryHelp: 'Round down to the whole euro',
  incomeYear: 'Income year',
  incomeYearHelp: 'The tax is due the year after',

  result: 'Result',
  noResult: 'The amount of tax will appear here.',
  amountDue: 'Amount of tax:',
  decote: 'Relief for low taxes (décote):',
  reduction: 'Reduction:',
  surcharge: 'Surcharge:',
  rate: 'Tax rate:',

  simulationsList: 'Your simulations',
  simulationsEmpty: 'You have no simulations',
  columnNumber: '#',
  columnMarried: 'Married',
  columnChildren: 'Children',
  columnSalary: 'Yearly salary',
  columnAmountDue: 'Tax',
  columnSurcharge: 'Surcharge',
  columnDecote: 'Décote',
  columnReduction: 'Reduction',
  columnRate: 'Rate',
  columnIncomeYear: 'Year',
  isMarried: 'yes',
  isNotMarried: 'no',
  delete: 'Delete',
  deleteOne: 'Delete simulation {id}',
  openOne: 'Open simulation {id}',

  ownTitle: '{title} – Tax application',
  retry: 'Try again in {delay}.',
  serverSays: 'The server said:',
  backToStart: 'Back to the start',
  statuses: {
    noSession: {
      title: 'No session',
      help: 'The session has ended, or none has started yet. Go back to the start to sign in.',
    },
    noCookies: {
      title: 'Cookies are needed',
      help: 'Your browser has not kept the session cookie, without which nobody can sign in. Allow the cookies of this site, then go back to the start.',
    },
    400: {
      title: 'Request not understood',
      help: 'The server could not read this request. Go back to the previous page and try again.',
    },
    403: {
      title: 'Request refused',
      help: 'For safety this request was not carried out: it changed nothing. Go back to the start.',
    },
    404: {
      title: 'Page not found',
      help: 'There is nothing at this address. Check it, go back to the previous page, or to the start.',
    },
    405: {
      title: 'This address does not open that way',
      help: 'The address exists, but it expects a form to be sent, or the reverse. Go back to the start.',
    },
    413: {
      title: 'Too much data',
      help: 'The server does not accept that much at once. Go back to the previous page and send less.',
    },
    429: {
      title: 'Too many failed attempts',
      help: 'To protect the accounts, signing in is suspended for a while.',
    },
    500: {
      title: 'Unexpected error',
      help: 'The fault is ours, not yours. Try again; if it comes back, give its reference to the administrator.',
    },
    503: {
      title: 'Out of service for a moment',
      help: 'What keeps the data of the service does not answer at the moment. It resumes by itself as soon as that does.',
    },
  },
};
