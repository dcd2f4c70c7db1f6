import { twoReadings } from '../../../csv/written-numbers.ts';
import type { Language } from '../../../model/language.ts';
import { MAX_INCOME } from '../../../tax/return/bounds.ts';
import type { BoxIssue } from '../../../tax/return/box-issues.ts';
import { formatBoxIssue } from '../../../words/box-issue-texts.ts';
import type { Message } from '../../messages/message.ts';
import { wholeNumber } from '../format.ts';
import { fieldName, isCount, toPerson } from '../message-words.ts';
import { detailedFormTexts } from '../texts/detailed-form-texts.ts';
import { fill } from '../texts/page-texts.ts';

/** The issues of a field in words; null without any. */
export function issueAt(name: string, errors: readonly Message[], language: Language): string | null {
  const found = errors.filter((message) => fieldName(message) === name);
  return found.length > 0 ? found.map((message) => formatIssue(message, language)).join(' ') : null;
}

/** An issue after the name of its field. */
export function labelled(label: string | undefined, message: Message, language: Language): string {
  const issue = formatIssue(message, language);
  return label === undefined ? issue : fill(detailedFormTexts(language).issueOf, { label, issue });
}

/** The issue of a field, in words that say what to do. */
function formatIssue(message: Message, language: Language): string {
  if (message.id === 'boxRefused') return boxIssueAt(message, language);
  const isAmount = message.id === 'invalidNumber' && !isCount(message);
  return isAmount ? amountIssue(message, language) : toPerson(message, language);
}

/** The issue of a box as a sentence; an amount with two readings is shown with both. */
function boxIssueAt({ values }: Message, language: Language): string {
  const issue = JSON.parse(values.issue ?? '{}') as BoxIssue;
  const isAmount = issue.code === 'boxValue' && issue.kind === 'euros';
  if (isAmount && twoReadings(values.value ?? '') !== null)
    return amountIssue({ id: 'invalidNumber', values }, language);
  const words = formatBoxIssue(issue, language);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** An amount with two readings is shown with both. */
function amountIssue({ values }: Message, language: Language): string {
  const { invalidAmount, ambiguousAmount } = detailedFormTexts(language);
  const euros = (amount: number) => wholeNumber(amount, language).text;
  const readings = twoReadings(values.value ?? '');
  if (readings === null) return fill(invalidAmount, { max: euros(MAX_INCOME), ...values });
  const { withThousands, withDecimals } = readings;
  return fill(ambiguousAmount, {
    ...values,
    withThousands: euros(withThousands),
    withDecimals: euros(withDecimals),
  });
}
