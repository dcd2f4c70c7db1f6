/** A form that could not be processed, and its fields, to be sent again. */
export interface SentForm {
  /** The address of the form in the browser. */
  readonly url: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Pages never contain a password: it has to be typed again. */
  readonly asksPassword: boolean;
}

const PASSWORD = 'password';

/** Too many attempts, a failure of ours, an outage: the same form may succeed later. */
const PASSING: readonly number[] = [429, 500, 503];

/** Null when nothing was typed, or when sending it again would not change anything. */
export function sentForm(status: number, url: string, posted: ReadonlyMap<string, string>): SentForm | null {
  if (!PASSING.includes(status) || posted.size === 0) return null;
  const fields = [...posted].map(([name, value]) => ({ name, value }));
  return { url, fields: fields.filter(({ name }) => name !== PASSWORD), asksPassword: posted.has(PASSWORD) };
}
