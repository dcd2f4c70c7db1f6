import * as fc from 'fast-check';
import { actions } from '../../../../src/web/contract/actions.ts';

/** Every address below the prefix, by its first segments. */
const addresses = [
  ...actions.map(({ name }) => name),
  '',
  'init-session-without-csrftoken',
  'changer-langue',
  'annees',
  'cases',
  'partage',
  'prelevement-a-la-source',
  'acces',
  'health',
  'health/ready',
  'health/live',
  'metrics',
  'api/v1',
  'api/v1/calculations',
  'api/v1/calculations/batch',
  'api/v1/withholding',
  'api/v1/tax-years',
  'api/v1/openapi.json',
  'api/v1/tax-years/2024',
  '../static',
];

/** One request, by one of the clients. */
export interface FuzzRequest {
  readonly who: number;
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly headers: Record<string, string>;
}

const FIELDS = [
  ...['marié', 'enfants', 'salaire', 'année', 'user', 'password', 'retour'],
  ...['status', 'situation', 'children', 'declarants', 'salary', 'pension', 'incomeYear', 'method'],
  ...['__proto__', 'constructor', 'toString'],
];

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('oui', 'non', '2', '50000', '-1', '1e15', '2025', 'single', 'couple', 'admin', '__proto__'),
  fc.constantFrom("' OR 1=1 --", '=HYPERLINK("x")', '<script>', ']]>', '\r\nSet-Cookie: a=b', '{{{page}}}'),
);

const segment = fc.oneof(
  anyText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.stringMatching(/^[!-~]{0,9}$/),
  fc.constantFrom('1', 'json', 'xml', 'html', 'fr', '2024', '%2e%2e', '..', '0123456789abcdef', '%2f', '%00'),
);

/** What follows the address: mostly what some action expects there. */
const rest = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.constantFrom('1', 'json', 'xml', 'html', 'fr', '2024').map((text) => [text]) },
  { weight: 2, arbitrary: fc.array(segment, { maxLength: 2 }) },
);

const form = fc
  .array(fc.tuple(fc.oneof(anyText, fc.constantFrom(...FIELDS)), anyText), { maxLength: 6 })
  .map((fields) => new URLSearchParams(fields.map(([name, value]) => [name, value])).toString());

const household = fc.dictionary(
  fc.oneof(anyText, fc.constantFrom(...FIELDS)),
  fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.nat(100_000), fc.constantFrom('oui', 'non', 'single')),
);

const list = fc
  .array(fc.oneof(household, household, fc.jsonValue()))
  .map((households) => JSON.stringify(households));

const csv = fc
  .tuple(fc.constantFrom(',', ';', '\t'), fc.array(fc.array(anyText, { maxLength: 6 }), { maxLength: 6 }))
  .map(([separator, lines]) => lines.map((cells) => cells.join(separator)).join('\n'));

const multipart = fc
  .tuple(anyText, anyText, csv)
  .map(([name, file, content]) =>
    [
      '--x',
      `Content-Disposition: form-data; name="${name}"; filename="${file}"`,
      '',
      content,
      '--x--',
      '',
    ].join('\r\n'),
  );

const body = fc.oneof(
  form,
  list,
  household.map((each) => JSON.stringify(each)),
  csv,
  multipart,
  fc.uint8Array({ maxLength: 40 }),
);

const contentType = fc.constantFrom(
  ...['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded', 'application/json'],
  ...['application/x-ndjson', 'text/csv', 'multipart/form-data; boundary=x', 'text/plain', ''],
);

const headers = fc.dictionary(
  fc.constantFrom(
    ...['accept', 'accept-language', 'accept-encoding', 'authorization', 'content-type', 'cookie', 'host'],
    ...['origin', 'sec-fetch-site', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'],
    ...['x-forwarded-prefix', 'forwarded', 'content-encoding', 'range', 'if-none-match'],
  ),
  fc.oneof(
    fc.stringMatching(/^[ -~]{0,20}$/),
    fc.constantFrom('Basic YWRtaW46YWRtaW4=', 'Bearer x', 'application/json', 'text/csv', 'same-origin'),
  ),
  { maxKeys: 3 },
);

/** Requests of which most reach an action and few are right. */
export function anyRequest(clients: number): fc.Arbitrary<FuzzRequest> {
  const path = fc
    .tuple(fc.constantFrom(...addresses), rest)
    // What the client of the tests would take for something else than a path.
    .map(([address, more]) => `/${[address, ...more].join('/')}`.replaceAll(/[#\\]/g, ''));
  return fc
    .record({
      who: fc.nat(clients - 1),
      method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'POST', 'HEAD', 'OPTIONS', 'DELETE', 'PUT'),
      path,
      body,
      contentType,
      headers,
    })
    .map(({ contentType: type, headers: more, ...request }) => ({
      ...request,
      headers: { 'content-type': type, ...more },
    }));
}
