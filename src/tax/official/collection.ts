/** A total below the threshold is not collected; the threshold itself is (CGI art. 1657-1 bis). */
export function amountCollected(total: number, threshold: number): number {
  return total < threshold ? 0 : total;
}
