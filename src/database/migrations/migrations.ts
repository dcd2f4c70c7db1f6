import { installation } from './001-installation.ts';
import { sessions } from './002-sessions.ts';
import { taxYears } from './003-tax-years.ts';
import { deletedSimulations } from './004-deleted-simulations.ts';
import { secrets } from './005-secrets.ts';
import { taxYearDocuments } from './006-tax-year-documents.ts';
import { rollingUpgrades } from './007-rolling-upgrades.ts';
import { sharedCounts } from './008-shared-counts.ts';
import type { Migration } from './migration.ts';

/** The order is final: a released migration is never changed, only followed. Version n is the n-th of the list. */
export const migrations: readonly Migration[] = [
  installation,
  sessions,
  taxYears,
  deletedSimulations,
  secrets,
  taxYearDocuments,
  rollingUpgrades,
  sharedCounts,
];
