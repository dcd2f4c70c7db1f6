import type { CannotCalculateReason } from '../../tax/cannot-calculate.ts';
import type { BoxFault } from '../../tax/return/box-faults.ts';
import type { WithholdingFault } from '../../tax/withholding/withholding-refused.ts';
import { boxFaultInWords, cannotCalculateInWords } from '../../words/box-faults.ts';
import { withholdingFaultInWords } from '../../words/withholding-faults.ts';
import { fill } from './fill.ts';
import { french } from './french.ts';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text);
}

export type MessageId = keyof typeof french;

/** A message before it is put into words: plain data, so that a stored page can be shown in another language. */
export interface Message {
  readonly id: MessageId;
  readonly values: Readonly<Record<string, string>>;
}

export function message(id: MessageId, values: Record<string, string | number> = {}): Message {
  return {
    id,
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
  };
}

/** A reason that travels as data: what is wrong with a box, or why there is no amount or rate. */
export function reasonOf(
  { fault, cannot, withholding }: Message['values'],
  language: Language,
): Readonly<Record<string, string>> {
  if (withholding !== undefined)
    return { reason: withholdingFaultInWords(JSON.parse(withholding) as WithholdingFault, language) };
  if (fault !== undefined) return { reason: boxFaultInWords(JSON.parse(fault) as BoxFault, language) };
  if (cannot === undefined) return {};
  return { reason: cannotCalculateInWords(cannot as CannotCalculateReason, language) };
}

/** The message in the contract's words, for JSON, XML and the log. People read others (`pages/message-words.ts`). */
export function translate({ id, values }: Message): string {
  return fill(french[id], { ...values, ...reasonOf(values, 'fr') });
}
