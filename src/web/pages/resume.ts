import { boxOf } from '../../tax/return/box-issues.ts';
import { isCalculationForm } from './calculation-form.ts';
import { BOX_FIELDS, PERIOD_FIELD, RESIDENCE_FIELD } from './field-names.ts';
import { paths } from './paths.ts';

type Posted = ReadonlyMap<string, string>;

/** The hidden field of the sign-in form for what somebody wanted who had to sign in first (contract §13). */
export const RESUME_FIELD = 'suite';

/** Characters: both forms filled in take some 300, a link with every box of the return some 1,500. Nobody types more. */
const LONGEST = 4_000;

/** The fields of the two calculation forms; no other field is kept, and no password. */
const CARRIED = [
  'marié',
  'enfants',
  'salaire',
  PERIOD_FIELD,
  'année',
  'situation',
  'parent_isolé',
  'enfants_garde_alternée',
  'salaire_1',
  'pension_1',
  'salaire_2',
  'pension_2',
  RESIDENCE_FIELD,
  ...BOX_FIELDS.map(({ code }) => code),
];

/** The pages to return to after signing in; any other leads to the calculation. */
const places = { simulations: paths.simulations, files: paths.files, shared: paths.shared } as const;

export type ResumePlace = keyof typeof places;

/** The name of the wanted page in the hidden field. */
const PLACE = 'page';

/** The content of the hidden field; null without any. */
export function carriedBy(posted: Posted): string | null {
  return checked(new URLSearchParams(posted.get(RESUME_FIELD)));
}

/** What a request wanted, for the hidden field; null when the sign-in leads there by itself. */
export function resumeOf(place: ResumePlace | undefined, posted: Posted): string | null {
  // A sign-in that came too late keeps its hidden field.
  if (posted.has(RESUME_FIELD)) return carriedBy(posted);
  const wanted = new URLSearchParams(place && { [PLACE]: place });
  if (isCalculationForm(posted)) for (const [name, value] of posted) wanted.append(name, value);
  return checked(wanted);
}

/** The fields of a calculation's link, unchecked: its page checks them. */
export function resumeOfLink(query: URLSearchParams): string | null {
  const wanted = new URLSearchParams(query);
  wanted.set(PLACE, 'shared');
  return checked(wanted);
}

/** The fields typed before the sign-in; null without any. They are checked like any posted form. */
export function resumedCalculation(posted: Posted): Posted | null {
  const fields = new Map(wantedBy(posted));
  return isCalculationForm(fields) ? fields : null;
}

/** A page wanted before the sign-in. */
interface ResumedPage {
  readonly path: string;
  /** Whether a token follows the path. */
  readonly hasToken: boolean;
}

/** Null when the calculation or nothing was wanted. */
export function resumedPage(posted: Posted): ResumedPage | null {
  const wanted = wantedBy(posted);
  const place = wanted.get(PLACE);
  if (!isPlace(place)) return null;
  if (place !== 'shared') return { path: places[place], hasToken: true };
  wanted.delete(PLACE);
  return { path: `${paths.shared}?${wanted}`, hasToken: false };
}

export function isResumedForm(resume: string | null): boolean {
  return resume !== null && isCalculationForm(new Map(new URLSearchParams(resume)));
}

function isPlace(text: string | null): text is ResumePlace {
  return text !== null && Object.hasOwn(places, text);
}

function wantedBy(posted: Posted): URLSearchParams {
  return new URLSearchParams(carriedBy(posted) ?? '');
}

/** It comes from the browser: only our own fields are read. */
function checked(wanted: URLSearchParams): string | null {
  const kept = new URLSearchParams();
  const place = wanted.get(PLACE);
  if (isPlace(place)) kept.set(PLACE, place);
  if (place === 'shared') return short(String(wanted));
  for (const name of CARRIED) {
    const value = wanted.get(name);
    if (value !== null && (value !== '' || !boxOf(name))) kept.set(name, value);
  }
  return short(String(kept));
}

function short(text: string): string | null {
  return text !== '' && text.length <= LONGEST ? text : null;
}
