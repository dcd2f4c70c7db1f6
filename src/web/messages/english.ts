import type { french } from './french.ts';

/** What the English pages say for each of the contract's messages; JSON and XML stay French (contract §13). */
export const english: Record<keyof typeof french, string> = {
  noSession: 'There is no session. Start one first.',
  notAuthenticated: 'Action [{action}] needs you to sign in first.',
  actionNotOffered: 'Action [{action}] is not offered by the page you are on.',
  tokenInvalid: 'The CSRF token is invalid.',
  sessionTokenMissing: 'The CSRF session token is missing.',

  sessionStarted: 'Session started with response type {type}.',
  invalidType: 'Response type [{type}] is not known: json, xml or html.',
  sessionEnded: 'The session has ended.',

  signInFields: 'Please send a user name and a password.',
  signInSucceeded: 'You are signed in.',
  signInFailed: 'The user name or the password is wrong.',
  signInPaused: 'Too many failed attempts: try again in {seconds} seconds.',
  signInBusy: 'The server is checking too many passwords already: try again in {seconds} seconds.',
  missingParameter: 'The field [{name}] is missing.',

  calculationFields: 'Please answer all three: married, children, salary.',
  invalidMarried: '[{value}] does not say whether you are married (yes or no).',
  invalidNumber: '[{value}] is not valid for [{name}]: a whole number, 0 or more, is expected.',
  numberTooLarge: '[{value}] is not valid for [{name}]: a whole number from 0 to {max} is expected.',
  invalidYear: '[{value}] is not a known income year: {years}.',

  invalidSituation: '[{value}] is not a situation: célibataire, marié or veuf.',
  invalidSingleParent: '[{value}] does not say whether you raise the children alone (oui or non).',
  singleParentOnlyWhenSingle: 'The field [{name}] is for the situation [célibataire] only.',
  singleParentNeedsChild: 'The field [{name}] needs at least one child.',
  twoDeclarantsOnlyForCouple: 'The field [{name}] is for the situation [marié] only.',
  tooManyChildren: 'The fields [enfants] and [enfants_garde_alternée] are more than {max} children together.',
  boxRefused: '[{value}] is not valid for box [{name}]: {reason}.',
  invalidResidence: '[{value}] is neither a department nor a known name.',
  cannotCalculate: '{reason}',
  unknownParameter: 'The field [{name}] is not known.',

  programsOnly: 'This action is for JSON and XML sessions only.',
  browsersOnly: 'This action is for HTML sessions only.',
  bodyNotJson: 'The body is not valid JSON: {reason}',
  bodyNotList: 'The body is not a list, or the list is empty.',
  bodyTooDeep: 'The body is nested more than {max} levels deep.',
  bodyNotObjects: 'The body must be a list of objects.',
  listTooLong: 'The list has {count} items: at most {max} are accepted.',
  missingKeys: 'Each object must have the keys [marié, enfants, salaire].',
  entityId: 'The id of a taxpayer must be a whole number, 0 or more.',
  entityKey: 'The key [{key}] is not accepted.',
  entityMarried: '[{value}] is not valid for marié: oui or non.',
  entityInteger: '[{value}] is not valid for {name}: a whole number, 0 or more.',
  entityNumber: '[{value}] is not valid for {name}: a number, 0 or more.',

  nameUnwritable: 'invalid value [{value}] for the parameter [nom (no control characters)]',
  nameTooLong: 'invalid value [{value}] for the parameter [nom (at most {max} characters)]',
  invalidFormat: 'invalid value [{value}] for the format (csv or json)',
  sessionFull:
    'A session keeps at most {max} simulations, deleted ones included: save them, then end the session to start another one.',
  simulationUnknown: 'Simulation no. [{id}] does not exist.',

  pageNotFound: 'There is nothing at this address.',
  linkRefused:
    'This link works once, from the machine of the server: it has been used already, or the server has been restarted since. Sign in with the password that the server printed at its start, or restart it: it prints a new link.',
  linkUsed: 'This link works once only: it has been used, or the server has been started again since.',
  cookiesNeeded: 'There is no session cookie: the browser has kept none.',
  methodNotAllowed: 'Method [{method}] is not accepted here: {allowed}.',
  crossSite: 'Request refused: it comes from another site.',
  bodyTooLarge: 'The body of the request is larger than {max} bytes.',
  bodiesBusy: 'The server is receiving too much data already: try again in {seconds} seconds.',
  unpackingTooLong:
    'The compressed body of the request arrives too slowly: try again in {seconds} seconds, or send it uncompressed.',
  requestMalformed: 'The request is malformed: {reason}',
  databaseUnavailable: 'The database is away for a moment: try again in {seconds} seconds.',
  redisUnavailable: 'Redis, which keeps the sessions, is away for a moment: try again in {seconds} seconds.',
  unexpected: 'Unexpected error of the server (reference {reference}).',
};
