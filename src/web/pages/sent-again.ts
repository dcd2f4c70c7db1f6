/** A form that could not be dealt with, and its fields as they were sent: to be sent again. */
export interface SentForm {
  /** Where it was sent, as the browser sees it. */
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** A password stands on no page: it has to be typed again. */
  readonly asksPassword: boolean;
}

const PASSWORD = 'password';

/** Too many tries, a failure of ours, an outage: the same form may be dealt with later. */
const PASSING: readonly number[] = [429, 500, 503];

/** Null when nothing was typed, or when sending it again changes nothing. */
export function sentForm(status: number, url: string, posted: ReadonlyMap<string, string>): SentForm | null {
  if (!PASSING.includes(status) || posted.size === 0) return null;
  const fields = [...posted].map(([name, value]) => ({ name, value }));
  return { url, fields: fields.filter(({ name }) => name !== PASSWORD), asksPassword: posted.has(PASSWORD) };
}
