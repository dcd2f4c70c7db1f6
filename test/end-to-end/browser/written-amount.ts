/** What stands in a field without the blanks that the script puts between the thousands, and without the currency. */
export function ungrouped(written: string): string {
  return written.replace(/[\s€]/g, '');
}
