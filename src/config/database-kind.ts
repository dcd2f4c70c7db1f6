import { type ConfigIssue, explain } from './config-issues.ts';
import { DATABASE_KINDS, kindsWithKey } from './config-schema.ts';
import { nearestWord } from './nearest-key.ts';
import { isSection, type RawSection } from './raw-data.ts';
import { settings } from './settings.ts';

const setting = 'database.kind';

interface WithKind {
  /** With a kind known to the schema. */
  readonly data: RawSection;
  readonly issues: readonly ConfigIssue[];
}

/**
 * Ensures a known kind of database, because the meaning of the other keys depends on it: the embedded one by default, and
 * the probable kind instead of a wrong one, so that the other issues are found too.
 */
export function withKnownKind(data: RawSection): WithKind {
  const { database } = data;
  if (!isSection(database)) return { data, issues: [] };
  const { kind = settings[setting].value } = database;
  const isKnown = DATABASE_KINDS.some((known) => known === kind);
  if (isKnown) return { data: { ...data, database: { ...database, kind } }, issues: [] };
  const near = typeof kind === 'string' ? nearestWord(kind, DATABASE_KINDS) : null;
  const suggestion = near === null ? {} : { suggestion: `kind: ${near}` };
  const explanation =
    kind === null ? explain('empty', { setting }) : explain('notAllowed', { setting, ...suggestion });
  return {
    data: { ...data, database: { ...database, kind: near ?? kindOfKeys(Object.keys(database)) } },
    issues: [{ path: ['database', 'kind'], on: 'value', explanation }],
  };
}

/** The kind that has most of these keys. */
function kindOfKeys(keys: readonly string[]): string {
  const kinds = keys.flatMap(kindsWithKey);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  return DATABASE_KINDS.toSorted((one, other) => count(other) - count(one))[0] ?? settings[setting].value;
}
