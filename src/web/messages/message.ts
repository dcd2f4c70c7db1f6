import type { Language } from '../../model/language.ts';
import type { CannotCalculateReason } from '../../tax/cannot-calculate.ts';
import type { BoxIssue } from '../../tax/return/box-issues.ts';
import type { WithholdingIssue } from '../../tax/withholding/withholding-refused.ts';
import { formatBoxIssue, formatCannotCalculate } from '../../words/box-issue-texts.ts';
import { formatWithholdingIssue } from '../../words/withholding-issue-texts.ts';
import { french } from './contract-texts.ts';
import { fill } from './fill.ts';

export type MessageId = keyof typeof french;

/** A message as data, so that a stored page can be shown in another language. */
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

/** A reason as data: what is wrong with a box, or why there is no amount or rate. */
export function reasonOf(
  { issue, cannot, withholding }: Message['values'],
  language: Language,
): Readonly<Record<string, string>> {
  if (withholding !== undefined)
    return { reason: formatWithholdingIssue(JSON.parse(withholding) as WithholdingIssue, language) };
  if (issue !== undefined) return { reason: formatBoxIssue(JSON.parse(issue) as BoxIssue, language) };
  if (cannot === undefined) return {};
  return { reason: formatCannotCalculate(cannot as CannotCalculateReason, language) };
}

/** The message in the contract's words, for JSON, XML and the log. People read other words (`pages/message-words.ts`). */
export function translate({ id, values }: Message): string {
  return fill(french[id], { ...values, ...reasonOf(values, 'fr') });
}
