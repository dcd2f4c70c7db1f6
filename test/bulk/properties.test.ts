import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableFile } from '../../src/bulk/csv-issues.ts';
import { households } from '../tax/households.ts';
import { calculate, calculator } from './calculate.ts';

const HEADER = 'status,singleParent,children,sharedCustodyChildren,salary1,pension1,salary2,pension2';

/** The answer and report of a file, or why it is unusable. */
async function outcome(chunks: Iterable<Uint8Array>): Promise<unknown> {
  try {
    const { text, report } = await calculate(chunks);
    return { text, report };
  } catch (error) {
    if (error instanceof UnusableFile) return error.reason;
    throw error;
  }
}

/** Cuts bytes at any places. */
function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...sorted].map((start, index) => bytes.subarray(start, sorted[index] ?? bytes.length));
}

const places = fc.array(fc.nat(), { maxLength: 12 });
const snippet = fc.oneof(
  fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '\r', '#', ' ', '=1+1', 'oui', '55 555', 'é', '€'),
  fc.string({ maxLength: 8 }),
);
const table = fc
  .tuple(
    fc.constantFrom(
      'children,salary',
      '"enfants";salaire;nom',
      'status\tsalary1',
      'salary\r1',
      'sep=;\nimpôt;salaire',
      '1,oui,2,55555',
      '# note\n1,non,0,1',
    ),
    fc.array(snippet, { maxLength: 60 }),
    fc.constantFrom('utf8' as const, 'latin1' as const),
  )
  .map(([head, parts, encoding]) => Buffer.from(`${head}\n${parts.join('')}`, encoding));

describe('any file', () => {
  it('gives the same answer however its bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(table, places, async (bytes, at) => {
        expect(await outcome(cut(bytes, at))).toEqual(await outcome([bytes]));
      }),
      { numRuns: 200 },
    );
  });

  it('of random bytes is answered or refused, never an unforeseen error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), places, async (bytes, at) => {
        expect(await outcome(cut(bytes, at))).toEqual(await outcome([bytes]));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a line of 10 MB in the middle', `salary\n1\n${'x'.repeat(10_000_000)}\n2\n`],
    ['an open quote before 200,000 characters', `id,salary\n"1,1\n${'2,2\n'.repeat(50_000)}`],
  ])('with %s costs that line only', async (_name, file) => {
    const { report } = await calculate(file);
    expect(report.wrong).toBe(1);
    expect(report.lines - report.wrong).toBeGreaterThan(1);
  });

  it('of one line of 10 MB is refused', async () => {
    expect(await outcome([Buffer.from('x'.repeat(10_000_000))])).toMatchObject({ code: 'headerTooLong' });
  });
});

it('every household has by CSV the tax of the calculator', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(households, { minLength: 1, maxLength: 20 }), async (many) => {
      const lines = many.map(({ situation, singleParent, children, sharedCustodyChildren, declarants }) => {
        const [first, second] = declarants;
        const incomes = [first.salary, first.pension, second?.salary, second?.pension];
        return [situation, singleParent, children, sharedCustodyChildren, ...incomes].join(',');
      });
      const answer = await calculate([HEADER, ...lines].join('\n'));
      const taxes = answer.lines.slice(1).map((line) => Number(line.split(',')[8]));
      expect(taxes).toEqual(many.map((each) => calculator.calculate(each, calculator.latestYear).amountDue));
    }),
  );
});
