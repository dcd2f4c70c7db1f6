/** The text of a file that cannot be imported, fit for the console: what is wrong, where, and what to do. */
export class FaultyTaxYearFile extends Error {
  override readonly name = 'FaultyTaxYearFile';
}
