import type { DatabaseOptions } from '../database/database.ts';
import type { Audit } from '../operations/audit.ts';

/** Records what becomes of the tax values while the server runs, whoever changes them. */
export function auditedChanges(
  audit: Audit,
): Required<Pick<DatabaseOptions, 'onTaxYearsChange' | 'onAdoption'>> {
  return {
    onTaxYearsChange: (years) =>
      audit.record({
        event: 'tax-years-change',
        outcome: 'done',
        detail: `now ${years.map(({ incomeYear }) => incomeYear).join(', ')}`,
      }),
    onAdoption: (table) => audit.record({ event: 'database-adoption', outcome: 'done', detail: table }),
  };
}
