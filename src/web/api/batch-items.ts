import { nextTurn } from '../../bulk/turns.ts';
import type { Calculators } from '../../model/web-services.ts';
import { type Calculation, calculateInShort, type ShortResult } from '../../tax/calculation-result.ts';
import { CannotCalculate } from '../../tax/cannot-calculate.ts';
import { excerpt } from '../http/limits.ts';
import type { ApiIssue } from './api-problem.ts';
import { cannotCalculate, readCalculation } from './calculation-input.ts';
import { createItemReader, type ItemForm } from './json-splitter.ts';
import { readJson } from './json-text.ts';

/** The text around and between the items of an answer. */
const frames = {
  array: { start: '[', between: ',\n', end: ']\n' },
  lines: { start: '', between: '\n', end: '\n' },
} as const;

/**
 * Calculates the items of a JSON array, or of lines of JSON, as they arrive: each answer has its place from 1 on (of a
 * line: its number), and its results without the steps, or its issues. With too many invalid ones the answer ends early.
 *
 * @throws {ApiProblem} malformed-json before the first bytes of the answer, when the body is no array
 */
export async function* calculateItems(
  body: AsyncIterable<Uint8Array>,
  form: ItemForm,
  calculators: Calculators,
): AsyncGenerator<Uint8Array> {
  const frame = frames[form];
  const decoder = new TextDecoder();
  let answer = '';
  let before: string = frame.start;
  const invalid = new InvalidItems();
  const reader = createItemReader(form, (text, item) => {
    if (invalid.areTooMany) return;
    const made = answerTo(text, calculators);
    invalid.count('errors' in made);
    const answered = invalid.areTooMany ? { errors: [tooManyIssues()] } : made;
    answer += before + JSON.stringify({ item, ...answered });
    before = frame.between;
  });

  for await (const bytes of body) {
    await nextTurn();
    reader.read(decoder.decode(bytes, { stream: true }));
    if (answer !== '') yield Buffer.from(answer);
    answer = '';
    if (invalid.areTooMany) break;
  }
  if (!invalid.areTooMany) {
    reader.read(decoder.decode());
    reader.end();
  }
  yield Buffer.from((before === frame.start ? frame.start : '') + answer + frame.end);
}

/** Invalid items of a batch, and how many more each valid one allows: no answer is a hundred times its body. */
const INVALID_ITEMS = 1_000;
const INVALID_FOR_A_RIGHT_ONE = 10;

class InvalidItems {
  #left = INVALID_ITEMS;

  count(hasIssues: boolean): void {
    this.#left += hasIssues ? -1 : INVALID_FOR_A_RIGHT_ONE;
  }

  get areTooMany(): boolean {
    return this.#left < 0;
  }
}

type Answer = ShortResult | { readonly errors: readonly ApiIssue[] };

/** @param text null when it was too long to keep */
function answerTo(text: string | null, calculators: Calculators): Answer {
  const json = text === null ? { issue: 'is longer than an item may be' } : readJson(text);
  if ('issue' in json) return { errors: [noItem(json.issue, text ?? '')] };
  const read = readCalculation(json.value, calculators);
  return 'issues' in read ? { errors: read.issues } : calculated(read.calculation, json.value);
}

function calculated(calculation: Calculation, body: unknown): Answer {
  try {
    return calculateInShort(calculation);
  } catch (error) {
    if (!(error instanceof CannotCalculate)) throw error;
    return { errors: [cannotCalculate(error, body)] };
  }
}

function tooManyIssues(): ApiIssue {
  return {
    pointer: '',
    field: '',
    detail: 'Too many items are invalid: this one and those behind it are not read.',
    allowed: `${INVALID_ITEMS} invalid items, and ${INVALID_FOR_A_RIGHT_ONE} more for each right one`,
  };
}

function noItem(detail: string, text: string): ApiIssue {
  return { pointer: '', field: '', value: excerpt(text), detail, allowed: 'a calculation' };
}
