import { describe, expect, it } from 'vitest';
import type { Calculators } from '../../../src/model/web-services.ts';
import { createTaxCalculator } from '../../../src/tax/tax-calculator.ts';
import { calculateItems } from '../../../src/web/api/batch-items.ts';
import type { ItemForm } from '../../../src/web/api/json-splitter.ts';
import { taxYears } from '../../tax/fixtures.ts';

const calculator = createTaxCalculator({ method: 'official', years: taxYears() });
const calculators: Calculators = {
  tax: () => calculator,
  taxBy: () => calculator,
  defaultIncomeYear: () => 2025,
};

/** The answer to a body that comes in chunks, and how many of these were read. */
async function answerTo(form: ItemForm, chunks: readonly string[]) {
  let read = 0;
  async function* body() {
    for (const chunk of chunks) {
      read += 1;
      yield Buffer.from(chunk);
    }
  }
  let text = '';
  for await (const bytes of calculateItems(body(), form, calculators)) text += Buffer.from(bytes).toString();
  return { text, read };
}

const manyTimes = (text: string) => Array.from({ length: 20 }, () => text.repeat(50_000));

describe('a batch of invalid items without an end', () => {
  it.each([
    ['commas', 'array', ['[', ...manyTimes(',')], JSON.parse],
    ['empty objects', 'array', ['[{}', ...manyTimes(',{}')], JSON.parse],
    ['lines', 'lines', manyTimes('0\n'), linesOf],
  ] as const)('is answered up to a bound: %s', async (_, form, chunks, parse) => {
    const { text, read } = await answerTo(form, chunks);
    expect(read).toBeLessThan(4);
    expect(text.length).toBeLessThan(1_000_000);
    const items = parse(text);
    expect(items).toHaveLength(1_001);
    expect(items.at(-1)).toMatchObject({
      item: 1_001,
      errors: [{ detail: expect.stringContaining('Too many') }],
    });
    expect(items.at(-2)).toMatchObject({ item: 1_000, errors: [{ allowed: expect.any(String) }] });
  });

  it('says of each what is wrong as long as they are not too many', async () => {
    const { text } = await answerTo('array', [`[${'0,'.repeat(999)}0]`]);
    expect(JSON.parse(text)).toHaveLength(1_000);
  });

  it('goes on when enough of the others are right', async () => {
    const right = JSON.stringify({ household: { status: 'single', declarants: [{ salary: 30_000 }] } });
    const { text } = await answerTo('array', [`[${`${right}${',0'.repeat(10)},`.repeat(500)}0]`]);
    expect(JSON.parse(text)).toHaveLength(5_501);
  });
});

function linesOf(text: string) {
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
