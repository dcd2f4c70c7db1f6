import type { BoxValues } from '../../../src/tax/return/conditions.ts';
import type { Assessment } from '../../../src/tax/rules/calculate-household.ts';
import { calculateReturn } from '../../../src/tax/rules/calculate-return.ts';
import { complete, type EverydayReturn } from '../../../src/tax/rules/filled-return.ts';
import { WithholdingRefused } from '../../../src/tax/withholding/withholding-refused.ts';
import { taxYears } from '../fixtures.ts';
import { preparedYear } from '../rules/return-cases.ts';

/** The grids of all years. */
export const grids = taxYears().flatMap(({ neutralRates }) => neutralRates);

/** The return with its tax. */
export function assess(filled: EverydayReturn): Assessment {
  const year = preparedYear(filled.year);
  const result = year && calculateReturn(filled, year);
  if (!year || !result || 'notEstablished' in result) throw new Error(`no tax in ${filled.year}`);
  return { filled, result, year };
}

/** A household of metropolitan France by its boxes. */
export function assessed(situation: EverydayReturn['situation'], boxes: BoxValues, year = 2025): Assessment {
  return assess({ year, situation, residence: 'metropole', boxes: complete(boxes) });
}

/** What the work refuses, as data. */
export function issueOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof WithholdingRefused) return error.issue;
    throw error;
  }
}
