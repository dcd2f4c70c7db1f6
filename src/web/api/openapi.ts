import type { Mount } from '../../model/web-settings.ts';
import { publicPath } from '../http/mount.ts';
import { calculationAnswer, problemAnswer, taxYearSchema, yearMethods } from './answer-schemas.ts';
import { calculationInput } from './calculation-input.ts';
import { calculationRequest } from './calculations.ts';
import { type AnswerExamples, answerExamples, calculationExample, withholdingExample } from './examples.ts';
import { fieldDocs } from './field-docs.ts';
import { described, type JsonSchema, jsonSchema } from './json-schema.ts';
import { API_PATH } from './path.ts';
import { type ProblemType, problemTypes } from './problem-types.ts';
import { withholdingInput } from './withholding-input.ts';
import { askedRates, withholdingAnswer } from './withholding-schema.ts';

/** The same household as a batch in each format. */
const batchExamples = {
  'application/json': [calculationExample],
  'application/x-ndjson': `${JSON.stringify(calculationExample)}\n${JSON.stringify(calculationExample)}`,
  'text/csv': 'incomeYear,status,children,salary1,salary2\n2025,couple,2,55555,20000\n2024,single,0,30000,',
} as const;

const CSV_ANSWER =
  'incomeYear,status,children,salary1,salary2,amountDue,rate,decote,reduction,surcharge,cehr,taxableIncome,shares,referenceIncome,reductions,credits,withheld,balance,error\n2024,single,0,30000,,1700,0.11,121,0,0,0,27000,1,27000,0,0,0,1700,';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Problems of every operation. */
const EVERYWHERE: readonly ProblemType[] = [
  'malformed-request',
  'not-signed-in',
  'cross-site',
  'method-not-allowed',
  'not-acceptable',
  'too-many-requests',
  'too-many-sign-ins',
  'unexpected-error',
  'busy',
  'unavailable',
];

/** The OpenAPI 3.1 document, made from the validating schemas. */
export function openApi(mount: Mount, version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'tax-server',
      version,
      description:
        'French income tax for programs: stateless, JSON. Sign in with each request by an API token or a user name and password. Amounts are whole euros, rates fractions. Browsers of other sites are refused (no CORS).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicPath(mount, API_PATH) }],
    security: [{ token: [] }, { password: [] }],
    paths: {
      '/calculations': { post: calculationsOperation() },
      '/calculations/batch': { post: batchOperation() },
      '/withholding': { post: withholdingOperation() },
      '/tax-years': { get: taxYearsOperation() },
      '/tax-years/{incomeYear}': { get: taxYearOperation() },
    },
    components: { schemas: schemas(), securitySchemes, headers },
  };
}

function calculationsOperation(): object {
  return {
    operationId: 'createCalculation',
    summary: 'Calculate the tax of one household',
    description:
      'The official method is the law; legacy is the algorithm of the earlier application, which knows whether a household is a couple, its children and the sum of its incomes. Without a method the configured one computes; without a year the configured one, or the latest that the method has. With withholding: true the answer has the own rates of withholding too, which POST /withholding explains; for the official method and incomes from 2020 on.',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: ref('CalculationRequest'), example: calculationExample } },
    },
    responses: {
      200: answer('The tax, its intermediate amounts and its steps. Nothing is kept.', 'Calculation'),
      ...problems('malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-calculation'),
    },
  };
}

function batchOperation(): object {
  const text = { schema: { type: 'string' } };
  const array = { schema: { type: 'array', items: { type: 'object' } } };
  return {
    operationId: 'createBatch',
    summary: 'Calculate the taxes of many households',
    parameters: [rateColumns],
    description:
      'CSV, a JSON array or lines of JSON, answered in the same form while they arrive. The items of JSON are bodies of a single calculation. What is wrong with one is said in its place and stops no other, up to 1,000 faulty items of JSON and ten more for each right one: there the answer ends, and its last item says so.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { type: 'array', items: ref('CalculationInput') },
          example: batchExamples['application/json'],
        },
        'application/x-ndjson': { ...text, example: batchExamples['application/x-ndjson'] },
        'text/csv': { ...text, example: batchExamples['text/csv'] },
      },
    },
    responses: {
      200: {
        description: 'One result or error for each household, in their order.',
        headers: { ...limitHeaders, 'Unused-Columns': unusedColumns },
        content: {
          'application/json': { ...array, example: answerExamples().Batch },
          'application/x-ndjson': {
            ...text,
            example: answerExamples()
              .Batch.map((each) => JSON.stringify(each))
              .join('\n'),
          },
          'text/csv': { ...text, example: CSV_ANSWER },
        },
      },
      ...problems('malformed-json', 'unusable-file', 'unsupported-media-type'),
    },
  };
}

function withholdingOperation(): object {
  return {
    operationId: 'createWithholding',
    summary: 'What is withheld from the pay of one household',
    description:
      'The rates of the household, of each of a couple and the neutral one, by the official method, for incomes from 2020 on: how they come about, what they take from each pay in the twelve months from September of the next year on, and the balance. What is not established is named in leftOut, and no rate is told.',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: ref('WithholdingInput'),
          example: withholdingExample,
        },
      },
    },
    responses: {
      200: answer('The rates and what they take. Nothing is kept.', 'Withholding'),
      ...problems('malformed-json', 'body-too-large', 'unsupported-media-type', 'invalid-calculation'),
    },
  };
}

function taxYearsOperation(): object {
  return {
    operationId: 'listTaxYears',
    summary: 'All income years with their values and legal sources',
    parameters: [ifNoneMatch],
    responses: { 200: answer('The years, ascending.', 'TaxYears', true), 304: notModified, ...problems() },
  };
}

function taxYearOperation(): object {
  return {
    operationId: 'getTaxYear',
    summary: 'The values of one income year with their legal sources',
    parameters: [
      { name: 'incomeYear', in: 'path', required: true, schema: { type: 'integer' }, example: 2025 },
      ifNoneMatch,
    ],
    responses: { 200: answer('The year.', 'TaxYear', true), 304: notModified, ...problems('not-found') },
  };
}

const rateColumns = {
  name: 'withholding',
  in: 'query',
  required: false,
  description:
    'For text/csv by the official method: true adds the columns householdRate, individualRate1 and individualRate2, in percent with one decimal, and for a column monthlyPay (net taxable pay of a month) neutralRate. Empty: no rate, or none that is established.',
  schema: { type: 'boolean', default: false },
};

const ifNoneMatch = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The ETag of an earlier answer: the answer is 304 when nothing has changed.',
  schema: { type: 'string' },
};

const notModified = { description: 'Nothing has changed since the ETag that was sent.' };

const unusedColumns = {
  description:
    'The first ten columns of a CSV file that say nothing of a household, percent-encoded; absent when all do.',
  schema: { type: 'string' },
};

const limitHeaders = {
  RateLimit: { $ref: '#/components/headers/RateLimit' },
  'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' },
};

const headers = {
  RateLimit: {
    description: 'Requests that remain (r) and seconds until all are there again (t).',
    schema: { type: 'string' },
  },
  'RateLimit-Policy': {
    description: 'Requests (q) in a window of seconds (w), for each token or user.',
    schema: { type: 'string' },
  },
};

function answer(description: string, schema: keyof AnswerExamples, isTagged = false): object {
  return {
    description,
    headers: { ...limitHeaders, ...(isTagged && { ETag: { schema: { type: 'string' } } }) },
    content: { 'application/json': { schema: ref(schema), example: answerExamples()[schema] } },
  };
}

const header = (description: string, type = 'string') => ({ description, required: true, schema: { type } });
const retryAfter = { 'Retry-After': header('Seconds after which to try again.', 'integer') };

/** The headers of a problem, by status. */
const problemHeaders: Readonly<Record<number, object>> = {
  401: { 'WWW-Authenticate': header('The ways to sign in.') },
  405: { Allow: header('The methods that are accepted.') },
  429: { ...limitHeaders, ...retryAfter },
  503: retryAfter,
};

/** One response for each status, with the problem types that share it. */
function problems(...own: readonly ProblemType[]): object {
  const responses: Record<number, object> = {};
  const types = [...EVERYWHERE, ...own];
  for (const { status } of types.map((type) => problemTypes[type])) {
    const titles = types.filter((type) => problemTypes[type].status === status);
    responses[status] = {
      description: titles.map((type) => problemTypes[type].title).join('; '),
      ...(problemHeaders[status] && { headers: problemHeaders[status] }),
      content: {
        'application/problem+json': { schema: ref('Problem'), example: problemExample(types, status) },
      },
    };
  }
  return responses;
}

/** The first problem of a status as an example. */
function problemExample(types: readonly ProblemType[], status: number): object {
  const type = types.find((each) => problemTypes[each].status === status);
  return {
    type: `${API_PATH}/docs#${type}`,
    title: type === undefined ? '' : problemTypes[type].title,
    status,
    detail: type === undefined ? '' : problemTypes[type].title,
    instance: 'b7c1f0a2',
  };
}

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'An API token, made by tax-server api-token.' },
  password: { type: 'http', scheme: 'basic', description: 'A user of the configuration.' },
};

/** With the withholding, where it was asked for. */
function calculationSchema(): JsonSchema {
  const schema = jsonSchema(calculationAnswer, 'output') as { readonly properties: object };
  return { ...schema, properties: { ...schema.properties, withholding: ref('AskedRates') } };
}

function schemas(): Readonly<Record<string, JsonSchema>> {
  const year = jsonSchema(taxYearSchema, 'output') as {
    readonly properties: object;
    readonly required: readonly string[];
  };
  return {
    CalculationInput: described(jsonSchema(calculationInput, 'input'), fieldDocs),
    CalculationRequest: described(jsonSchema(calculationRequest, 'input'), fieldDocs),
    Calculation: calculationSchema(),
    WithholdingInput: described(jsonSchema(withholdingInput, 'input'), fieldDocs),
    Withholding: jsonSchema(withholdingAnswer, 'output'),
    AskedRates: jsonSchema(askedRates, 'output'),
    TaxYear: {
      ...year,
      properties: { ...year.properties, methods: jsonSchema(yearMethods, 'output') },
      required: [...year.required, 'methods'],
    },
    TaxYears: {
      type: 'object',
      properties: {
        defaultIncomeYear: { type: 'integer' },
        defaultMethod: { type: 'string', enum: ['official', 'legacy'] },
        taxYears: { type: 'array', items: ref('TaxYear') },
      },
      required: ['defaultIncomeYear', 'defaultMethod', 'taxYears'],
      additionalProperties: false,
    },
    Problem: jsonSchema(problemAnswer, 'output'),
  };
}
