import type { Fault, UnusableReason } from '../faults.ts';

/** What is said of bulk calculations, in one language. */
export interface BulkTexts {
  fault(fault: Fault): string;
  /** The same without the column and its value. */
  reason(fault: Fault): string;
  unusable(reason: UnusableReason): string;
  /** @param names the first of them, quoted */
  unusedColumns(names: string): string;
  quoted(name: string): string;
}
