import { groupDigits } from './group-digits.ts';

/** Groups the digits of every amount on the page, while it is typed too. */
export function groupAmounts(page: Document): void {
  const language = page.documentElement.lang;
  for (const field of page.querySelectorAll<HTMLInputElement>('[data-amount]')) {
    field.value = groupDigits(field.value, language);
    field.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) regroup(field, language);
    });
  }
}

/** The caret stays behind the same digit. */
function regroup(field: HTMLInputElement, language: string): void {
  const { value, selectionStart } = field;
  const grouped = groupDigits(value, language);
  if (grouped === value) return;
  const before = value.slice(0, selectionStart ?? value.length).replace(/\s/g, '').length;
  field.value = grouped;
  const caret = behind(grouped, before);
  field.setSelectionRange(caret, caret);
}

/** The place behind that many characters, blanks not counted. */
function behind(text: string, count: number): number {
  let left = count;
  let place = 0;
  while (left > 0 && place < text.length) if (text[place++] !== ' ') left--;
  return place;
}
