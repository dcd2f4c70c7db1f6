import type {
  NumberedSimulation,
  SessionState,
  SessionType,
  Simulation,
  StoredSession,
} from '../../model/sessions.ts';
import type { Household } from '../../tax/return/household.ts';
import type { Method } from '../../tax/tax-result.ts';
import type { UnnumberedRow } from '../dialect.ts';
import type { SessionRow, SimulationRow } from '../schema.ts';

/** The column of each field of a session. */
export const columnOf = {
  type: 'type',
  user: 'login',
  csrfSecret: 'csrf_secret',
  page: 'page',
} as const satisfies Record<keyof SessionState, keyof SessionRow>;

/** Columns by name: a prepared statement must not change with the table. */
export const FOUND = [
  'session_key',
  'type',
  'login',
  'csrf_secret',
  'page',
  'created_at',
  'last_seen_at',
] as const;
export const LISTED = [
  'id',
  'income_year',
  'method',
  'household',
  'amount_due',
  'surcharge',
  'decote',
  'reduction',
  'rate',
  'label',
] as const;

export type FoundSession = Pick<SessionRow, (typeof FOUND)[number]>;
export type ListedSimulation = Pick<SimulationRow, (typeof LISTED)[number]>;

export function toSession(row: FoundSession): StoredSession {
  return {
    key: row.session_key,
    type: row.type as SessionType | null,
    user: row.login,
    csrfSecret: row.csrf_secret,
    page: row.page,
  };
}

export function toRow({ incomeYear, method, household, result }: Simulation, now: number): UnnumberedRow {
  return {
    income_year: incomeYear,
    method,
    household: JSON.stringify(household),
    amount_due: result.amountDue,
    surcharge: result.surcharge,
    decote: result.decote,
    reduction: result.reduction,
    rate: result.rate,
    created_at: now,
    label: null,
    deleted_at: null,
  };
}

export function toSimulation(row: ListedSimulation): NumberedSimulation {
  return {
    id: row.id,
    label: row.label,
    incomeYear: row.income_year,
    method: row.method as Method,
    household: JSON.parse(row.household) as Household,
    result: {
      amountDue: row.amount_due,
      surcharge: row.surcharge,
      decote: row.decote,
      reduction: row.reduction,
      rate: row.rate,
    },
  };
}
