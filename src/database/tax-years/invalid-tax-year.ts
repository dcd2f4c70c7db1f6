/** A fault of a tax year: where it is, in words, and what is allowed there. */
export interface TaxYearFault {
  readonly where: string;
  readonly message: string;
}

/** The values are no tax year; `faults` names all of what is wrong. */
export class InvalidTaxYear extends Error {
  override name = 'InvalidTaxYear';
  readonly faults: readonly TaxYearFault[];

  /** @param what is not a tax year, for the message: a file, a year of the database */
  constructor(what: string, faults: readonly TaxYearFault[]) {
    const lines = faults.map(({ where, message }) => `\n  ${where}${where && ': '}${message}`);
    super(`${what} is not a valid tax year:${lines.join('')}`);
    this.faults = faults;
  }
}
