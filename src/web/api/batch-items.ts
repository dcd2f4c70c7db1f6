import { setImmediate as nextTurn } from 'node:timers/promises';
import { calculateInShort } from '../../tax/calculation-result.ts';
import { shown } from '../http/limits.ts';
import type { Offices } from '../services.ts';
import type { Fault } from './api-problem.ts';
import { readCalculation } from './calculation-input.ts';
import { createItemReader, type ItemForm } from './json-splitter.ts';
import { readJson } from './json-text.ts';

/** What stands around and between the items of an answer. */
const frames = {
  array: { start: '[', between: ',\n', end: ']\n' },
  lines: { start: '', between: '\n', end: '\n' },
} as const;

/**
 * Calculates the items of a JSON array, or of lines of JSON, as they arrive: each answer has its place from 1 on (of a
 * line: its number), and its results without the steps, or its faults.
 *
 * @throws {ApiProblem} malformed-json before the first bytes of the answer, when the body is no array
 */
export async function* calculateItems(
  body: AsyncIterable<Uint8Array>,
  form: ItemForm,
  offices: Offices,
): AsyncGenerator<Uint8Array> {
  const frame = frames[form];
  const decoder = new TextDecoder();
  let answer = '';
  let before: string = frame.start;
  const reader = createItemReader(form, (text, place) => {
    answer += before + JSON.stringify(answerTo(text, place, offices));
    before = frame.between;
  });

  for await (const bytes of body) {
    reader.read(decoder.decode(bytes, { stream: true }));
    if (answer !== '') yield Buffer.from(answer);
    answer = '';
    await nextTurn();
  }
  reader.read(decoder.decode());
  reader.end();
  yield Buffer.from((before === frame.start ? frame.start : '') + answer + frame.end);
}

/** @param text null when it was too long to be kept */
function answerTo(text: string | null, item: number, offices: Offices): object {
  const json = text === null ? { fault: 'is longer than an item may be' } : readJson(text);
  if ('fault' in json) return { item, errors: [noItem(json.fault, text ?? '')] };
  const read = readCalculation(json.value, offices);
  return 'faults' in read ? { item, errors: read.faults } : { item, ...calculateInShort(read.calculation) };
}

function noItem(detail: string, text: string): Fault {
  return { pointer: '', field: '', value: shown(text), detail, allowed: 'a calculation' };
}
