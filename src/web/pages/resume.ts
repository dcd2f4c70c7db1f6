import { boxOf } from '../../tax/return/box-issues.ts';
import { isCalculationForm } from './calculation-form.ts';
import { BOX_FIELDS, PERIOD_FIELD, RESIDENCE_FIELD } from './field-names.ts';
import { paths } from './paths.ts';

type Posted = ReadonlyMap<string, string>;

/** The field of the sign-in form that carries what somebody wanted who had to sign in first (contract §13). */
export const RESUME_FIELD = 'suite';

/** Characters: with both forms filled in it has some 300, and a link with every box of the return some 1,500. What is longer nobody has typed. */
const LONGEST = 4_000;

/** Fields of the two calculation forms: nothing else is carried, and no password. */
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

/** The pages that are found again after signing in; whoever wanted another finds the calculation. */
const places = { simulations: paths.simulations, files: paths.files, shared: paths.shared } as const;

export type ResumePlace = keyof typeof places;

/** The name of the wanted page in what is carried. */
const PLACE = 'page';

/** What a sign-in form carries; null without anything. */
export function carriedBy(posted: Posted): string | null {
  return checked(new URLSearchParams(posted.get(RESUME_FIELD)));
}

/** What a request wanted, as text for the sign-in form; null when signing in leads on by itself. */
export function resumeOf(place: ResumePlace | undefined, posted: Posted): string | null {
  // A sign-in that came too late carries on what it carried.
  if (posted.has(RESUME_FIELD)) return carriedBy(posted);
  const wanted = new URLSearchParams(place && { [PLACE]: place });
  if (isCalculationForm(posted)) for (const [name, value] of posted) wanted.append(name, value);
  return checked(wanted);
}

/** What the link of a calculation holds, whatever that is: its page says what it makes of it. */
export function resumeOfLink(query: URLSearchParams): string | null {
  const wanted = new URLSearchParams(query);
  wanted.set(PLACE, 'shared');
  return checked(wanted);
}

/** The fields that were typed before the sign-in; null without any. They have been checked no more than any posted form. */
export function resumedCalculation(posted: Posted): Posted | null {
  const fields = new Map(wantedBy(posted));
  return isCalculationForm(fields) ? fields : null;
}

/** A page that was wanted before the sign-in. */
interface ResumedPage {
  readonly path: string;
  /** Whether a token follows the path. */
  readonly hasToken: boolean;
}

/** Null when the calculation was wanted, or nothing. */
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

/** It comes from the browser: nothing is in it but what we put there. */
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
