import type { BoxCode } from './boxes.ts';
import type { Household } from './household.ts';
import { boxesOf } from './household-boxes.ts';

/** What no rule forbids, and yet is hardly meant: it is calculated as it stands, and reported. */
export interface BoxWarning {
  readonly warning: WarningName;
  readonly boxes: readonly BoxCode[];
  /** What the boxes say together, and the most that is plausible. */
  readonly count: number;
  readonly max: number;
}

interface Check {
  readonly name: string;
  readonly boxes: readonly BoxCode[];
  /** Of whom those of the boxes are a part. */
  readonly among: readonly BoxCode[];
}

/** The law gives the reduction for dependent children alone (CGI 199 quater F); the administration's program counts any. */
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
