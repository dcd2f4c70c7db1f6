import type { Request, Response } from 'express';
import { calculateCsv } from '../../bulk/calculate-csv.ts';
import { UnusableFile } from '../../bulk/csv-issues.ts';
import { textChunks } from '../../bulk/text-chunks.ts';
import { formatUnusable } from '../../bulk/texts/format-issues.ts';
import type { Calculators } from '../../model/web-services.ts';
import { excerpt, limits } from '../http/limits.ts';
import { Places } from '../http/places.ts';
import { isOfClient } from '../http/stream.ts';
import { ApiProblem } from './api-problem.ts';
import { apiHeaders } from './api-response.ts';
import { callerOf } from './authenticate.ts';
import { calculateItems } from './batch-items.ts';
import type { ApiHandler } from './operation.ts';
import { streamResponse } from './stream-response.ts';

type Answer = AsyncIterable<Uint8Array> & {
  /** Of a file with column names. */
  readonly report?: { readonly unusedColumns: readonly string[] };
};

/** Column names in a header, and characters of each. */
const MOST_NAMES = 10;
const LONGEST_NAME = 60;

type AnswerForm = (body: AsyncIterable<Uint8Array>, calculators: Calculators, withRates: boolean) => Answer;

const CSV = 'text/csv';

/** How each body format is answered, in the same format. */
const forms: Readonly<Record<string, AnswerForm>> = {
  'application/json': (body, calculators) => calculateItems(textChunks(body), 'array', calculators),
  'application/x-ndjson': (body, calculators) => calculateItems(textChunks(body), 'lines', calculators),
  [CSV]: (body, { tax, defaultIncomeYear }, withRates) =>
    calculateCsv(body, {
      withRates,
      calculator: tax(),
      defaultIncomeYear: defaultIncomeYear(),
      language: 'en',
      keptWrongLines: 0,
    }),
};

/**
 * `POST /calculations/batch`: many households as CSV, as a JSON array or as lines of JSON, answered in the same format
 * while they arrive. Issues of one household are answered in its place and do not stop the others.
 */
export const createBatch: ApiHandler = async (req, res, { services }) => {
  const type = formOf(req);
  const withRates = asksForRates(req, type, services);
  takePlace(res);
  const calculation = forms[type]?.(bodyOf(req), services.batchCalculators, withRates);
  if (!calculation) return;
  const answer = calculation[Symbol.asyncIterator]();
  const first = await beginning(answer, req);
  res
    .set(apiHeaders)
    .set(noticeOf(calculation))
    .type(type === CSV ? 'text/csv; charset=utf-8' : type);
  try {
    await streamResponse(restOf(first, answer), req, res, services.spool());
  } catch (error) {
    if (!isOfClient(error, req)) throw error;
    // The body ended too early: the answer cannot be completed, and the client must notice.
    res.destroy();
  }
};

/**
 * Whether `?withholding=true` asks for the columns of the rates.
 *
 * @throws {ApiProblem} malformed-request
 */
function asksForRates({ originalUrl }: Request, type: string, { tax }: Calculators): boolean {
  const asked = new URLSearchParams(/\?.*/.exec(originalUrl)?.[0]).get('withholding') ?? 'false';
  if (asked === 'false') return false;
  if (asked !== 'true') throw malformed(`withholding is "${excerpt(asked)}"; send true or false.`);
  if (type !== CSV)
    throw malformed(`withholding=true is for ${CSV}; POST /withholding answers one household.`);
  if (tax().method !== 'official') throw malformed('withholding=true needs the official method.');
  return true;
}

function malformed(detail: string): ApiProblem {
  return new ApiProblem('malformed-request', detail);
}

const places = new Places(limits.batches);

/** @throws {ApiProblem} busy */
function takePlace(res: Response): void {
  const caller = callerOf(res);
  if (!places.take(caller)) {
    const seconds = 5;
    throw new ApiProblem('busy', `Too many batches are being calculated: try again in ${seconds} seconds.`, {
      headers: { 'Retry-After': String(seconds) },
    });
  }
  res.once('close', () => places.leave(caller));
}

/** The first columns of a CSV file that are not used, percent-encoded. */
function noticeOf({ report }: Answer): Record<string, string> {
  const names = report?.unusedColumns.slice(0, MOST_NAMES) ?? [];
  if (names.length === 0) return {};
  const encoded = names.map((name) => encodeURIComponent(name.slice(0, LONGEST_NAME).toWellFormed()));
  return { 'Unused-Columns': encoded.join(', ') };
}

/**
 * The body. Unread parts are dropped as they arrive: the answer and later requests use the same connection, which Apache
 * shares among its clients.
 */
async function* bodyOf(req: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* req.iterator({ destroyOnReturn: false });
  } finally {
    req.resume();
  }
}

/** @throws {ApiProblem} when the whole body cannot be used */
async function beginning(
  answer: AsyncIterator<Uint8Array>,
  req: Request,
): Promise<IteratorResult<Uint8Array>> {
  try {
    return await answer.next();
  } catch (error) {
    // A client that left is not an error of ours: nobody waits for an answer.
    if (isOfClient(error, req)) return { done: true, value: undefined };
    if (!(error instanceof UnusableFile)) throw error;
    throw new ApiProblem('unusable-file', formatUnusable(error.reason, 'en'), { cause: error });
  }
}

async function* restOf(
  first: IteratorResult<Uint8Array>,
  answer: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for (let next = first; !next.done; next = await answer.next()) yield next.value;
}

/** @throws {ApiProblem} unsupported-media-type, not-acceptable */
function formOf(req: Request): string {
  const { 'content-type': sent = '', 'content-encoding': coding = 'identity' } = req.headers;
  const type = sent.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const known = Object.keys(forms);
  if (!Object.hasOwn(forms, type) || coding !== 'identity') {
    const what =
      coding === 'identity' ? `Content-Type is "${excerpt(sent)}"` : `Content-Encoding is ${excerpt(coding)}`;
    throw new ApiProblem('unsupported-media-type', `${what}; send ${known.join(', ')}, not compressed.`, {
      headers: { Accept: known.join(', ') },
    });
  }
  if (!req.accepts(type))
    throw new ApiProblem('not-acceptable', `The answer to ${type} is ${type}, which Accept does not take.`);
  return type;
}
