import { groupDigits } from './group-digits.ts';

/** Groups the digits of every amount on the page, also while it is typed. */
export function groupAmounts(page: Document): void {
  const language = page.documentElement.lang;
  for (const field of page.querySelectorAll<HTMLInputElement>('[data-amount]')) {
    field.value = groupDigits(field.value, language);
    field.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) regroup(field, language);
    });
  }
}

/** The caret stays after the same digit. */
function regroup(field: HTMLInputElement, language: string): void {
  const { value, selectionStart } = field;
  const grouped = groupDigits(value, language);
  if (grouped === value) return;
  const before = value.slice(0, selectionStart ?? value.length).replace(/\s/g, '').length;
  field.value = grouped;
  const caret = behind(grouped, before);
  field.setSelectionRange(caret, caret);
}

/** The position after that many characters, not counting blanks. */
function behind(text: string, count: number): number {
  let left = count;
  let place = 0;
  while (left > 0 && place < text.length) if (text[place++] !== ' ') left--;
  return place;
}
