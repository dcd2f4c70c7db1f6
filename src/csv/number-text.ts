/** The whole numbers below a thousand, as texts and with all three digits. */
const SHORT = Array.from({ length: 1000 }, (_, number) => String(number));
const PADDED = SHORT.map((text) => text.padStart(3, '0'));

/**
 * A number as text, as `String` writes it. Whole numbers below a million are put together from two texts: the engine keeps
 * the texts that it makes of numbers, which for millions of different ones takes longer than calculating the tax.
 */
export function numberText(number: number): string {
  if (!Number.isInteger(number) || number < 0 || number >= 1_000_000) return String(number);
  if (number < 1000) return SHORT[number] as string;
  return `${SHORT[Math.floor(number / 1000)]}${PADDED[number % 1000]}`;
}
