/** Puts no-break spaces beside French signs in all texts of a catalogue: no line begins with a colon or % or ends with «. */
export function unbroken<T>(texts: T): T {
  if (typeof texts === 'string') return tied(texts) as T;
  if (typeof texts !== 'object' || texts === null) return texts;
  if (Array.isArray(texts)) return texts.map(unbroken) as T;
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, unbroken(value)])) as T;
}

function tied(text: string): string {
  return text.replace(/ (?=[:;?!»%€])|(?<=«) /g, '\u00a0');
}
