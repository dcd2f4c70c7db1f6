import { UsageError } from './usage-error.ts';

/** @throws {UsageError} when the value is not a whole number within the bounds */
export function integerOption(option: string, text: string, minimum: number, maximum: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < minimum || number > maximum)
    throw new UsageError((texts) => texts.badValue(option, text, texts.wholeNumber(minimum, maximum)));
  return number;
}
