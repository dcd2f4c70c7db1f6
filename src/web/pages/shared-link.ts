import type { Household } from '../../tax/return/household.ts';
import { BOX_FIELDS, RESIDENCE_FIELD } from './field-names.ts';
import { paths } from './paths.ts';
import { postedFields } from './posted-fields.ts';

const YEAR = 'année';

/** The fields of a link: those of the detailed form. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['situation', 'parent_isolé', 'enfants', 'enfants_garde_alternée'],
  ...['salaire_1', 'pension_1', 'salaire_2', 'pension_2'],
  RESIDENCE_FIELD,
  ...BOX_FIELDS.map(({ code }) => code),
  YEAR,
]);

/** The form of a box's code: a later version may have more boxes. */
const BOX_CODE = /^\d[A-Z]{2}$/;

/** The path of a link with a household. The year comes last, so that a truncated link is noticed. */
export function sharedPath(household: Household, incomeYear: number): string {
  const fields = new Map(postedFields(household, incomeYear));
  fields.delete(YEAR);
  return `${paths.shared}?${new URLSearchParams([...fields, [YEAR, String(incomeYear)]])}`;
}

/** The content of a link. */
export interface LinkContent {
  /** The known fields, each with its first value. */
  readonly fields: ReadonlyMap<string, string>;
  /** Unknown boxes: without them the result may differ. */
  readonly unknownBoxes: readonly string[];
  /** Anything else in the link, such as the mark of a messenger. */
  readonly others: readonly string[];
}

export function linkContent(query: URLSearchParams): LinkContent {
  const fields = new Map<string, string>();
  for (const [name, value] of query) if (KNOWN.has(name) && !fields.has(name)) fields.set(name, value);
  const unknown = [...new Set(query.keys())].filter((name) => !KNOWN.has(name));
  return {
    fields,
    unknownBoxes: unknown.filter((name) => BOX_CODE.test(name)),
    others: unknown.filter((name) => !BOX_CODE.test(name)),
  };
}

/** Whether the link was truncated, or was written without the year. */
export function isCutOff({ fields }: LinkContent): boolean {
  return !fields.has(YEAR);
}
