/** The whole numbers below a thousand as text, plain and with three digits. */
const SHORT = Array.from({ length: 1000 }, (_, number) => String(number));
const PADDED = SHORT.map((text) => text.padStart(3, '0'));

/**
 * A number as text, as `String` writes it. Whole numbers below a million are joined from two texts: the engine caches the
 * text of each number, and for millions of different ones that takes longer than calculating the tax.
 */
export function numberText(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= 1_000_000) return String(number);
  if (number < 1000) return SHORT[number] as string;
  return `${SHORT[Math.floor(number / 1000)]}${PADDED[number % 1000]}`;
}
