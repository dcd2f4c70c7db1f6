import type { DatabaseOptions } from '../database/database.ts';
import type { Audit } from '../operations/audit.ts';

/** Records changes of the tax values while the server runs, whoever makes them. */
export function auditedChanges(
  audit: Audit,
): Required<Pick<DatabaseOptions, 'onTaxYearsChange' | 'onLegacyImport'>> {
  return {
    onTaxYearsChange: (years) =>
      audit.record({
        event: 'tax-years-change',
        outcome: 'done',
        detail: `now ${years.map(({ incomeYear }) => incomeYear).join(', ')}`,
      }),
    onLegacyImport: (table) => audit.record({ event: 'legacy-import', outcome: 'done', detail: table }),
  };
}
