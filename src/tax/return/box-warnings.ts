import type { BoxCode } from './boxes.ts';
import type { Household } from './household.ts';
import { boxesOf } from './household-boxes.ts';

/** Values that no rule forbids but that are probably a mistake: they are calculated as given, and reported. */
export interface BoxWarning {
  readonly warning: WarningName;
  readonly boxes: readonly BoxCode[];
  /** The sum of the boxes, and the highest plausible value. */
  readonly count: number;
  readonly max: number;
}

interface Check {
  readonly name: string;
  readonly boxes: readonly BoxCode[];
  /** The boxes of which the others are a part. */
  readonly among: readonly BoxCode[];
}

/**
 * The law gives the reduction for dependent children only (CGI 199 quater F); the administration's program accepts any
 * number.
 */
const CHECKS = [
  { name: 'schoolChildrenAmongChildren', boxes: ['7EA', '7EC', '7EF'], among: ['0CF', '0DJ'] },
  { name: 'sharedSchoolChildrenAmongShared', boxes: ['7EB', '7ED', '7EG'], among: ['0CH'] },
] as const satisfies readonly Check[];

export type WarningName = (typeof CHECKS)[number]['name'];

export function boxWarnings(household: Household): readonly BoxWarning[] {
  if (household.boxes === undefined) return [];
  const filled = boxesOf(household);
  const sum = (codes: readonly BoxCode[]) => codes.reduce((total, code) => total + (filled[code] ?? 0), 0);
  return CHECKS.flatMap(({ name, boxes, among }) => {
    const [count, max] = [sum(boxes), sum(among)];
    return count > max ? [{ warning: name, boxes: boxes.filter((code) => filled[code]), count, max }] : [];
  });
}
