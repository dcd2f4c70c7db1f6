/** The problems of the API. Their ids are part of the API: programs distinguish problems by them. */
export const problemTypes = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read',
    about: 'The address, a header or the transfer of the body is broken.',
  },
  'malformed-json': {
    status: 400,
    title: 'The body is not JSON',
    about: 'The body is empty, not UTF-8, not JSON, nested too deep, or it names a member twice.',
  },
  'not-signed-in': {
    status: 401,
    title: 'Sign in first',
    about:
      'Send an API token (Authorization: Bearer …) or a user name and password (Authorization: Basic …) with each request. Without users in the configuration, the password that the start prints holds, on the machine of the server only.',
  },
  'cross-site': {
    status: 403,
    title: 'The request comes from another site',
    about:
      'A browser says that a page of another site sent the request. The API is for programs; it allows no site (CORS).',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    about: 'The path is no operation of the API, or names an income year without values.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not accepted here',
    about: 'The header Allow names the methods that are.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The answer is JSON',
    about: 'The header Accept refuses application/json, the only form of the answer.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    about: 'The detail names the limit, in bytes of the body as decompressed.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The type of the body is not accepted',
    about:
      'The body must be application/json in UTF-8; a batch may also be application/x-ndjson or text/csv. The header Content-Type, its charset or Content-Encoding names something else.',
  },
  'unusable-file': {
    status: 400,
    title: 'Nothing can be made of the file',
    about:
      'A batch in CSV is empty, another kind of file, or has no header that is known, no column of incomes or no line below it.',
  },
  'invalid-calculation': {
    status: 422,
    title: 'The calculation cannot be made',
    about: 'The body is JSON, but breaks a rule. The member errors lists every issue at once.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    about: 'The headers RateLimit-Policy and RateLimit tell the limit, Retry-After when to go on.',
  },
  'too-many-sign-ins': {
    status: 429,
    title: 'Too many failed sign-ins',
    about: 'Wrong passwords were sent too often. Retry-After tells when the next one is looked at.',
  },
  'unexpected-error': {
    status: 500,
    title: 'Unexpected error of the server',
    about: 'A defect. The log has the details at the id that instance names.',
  },
  busy: {
    status: 503,
    title: 'The server has too much to do',
    about: 'It is doing as much as it takes on at a time. Retry-After tells when to try again.',
  },
  unavailable: {
    status: 503,
    title: 'The server cannot answer for a while',
    about: 'The database is not there yet. Retry-After tells when to try again.',
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly title: string; readonly about: string }
>;

export type ProblemType = keyof typeof problemTypes;
