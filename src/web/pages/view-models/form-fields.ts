import { twoReadings } from '../../../bulk/written-numbers.ts';
import { MAX_INCOME } from '../../../tax/bounds.ts';
import type { BoxFault } from '../../../tax/return/box-faults.ts';
import { boxFaultInWords } from '../../../words/box-faults.ts';
import type { Language, Message } from '../../messages/message.ts';
import { wholeNumber } from '../format.ts';
import { fieldName, isCount, toPerson } from '../message-words.ts';
import { detailedFormTexts } from '../texts/detailed-form.ts';
import { fill } from '../texts/texts.ts';

/** What the faults at a field say; null where there is none. */
export function faultAt(name: string, errors: readonly Message[], language: Language): string | null {
  const found = errors.filter((message) => fieldName(message) === name);
  return found.length > 0 ? found.map((message) => faultInWords(message, language)).join(' ') : null;
}

/** A fault behind the name of its field. */
export function labelled(label: string | undefined, message: Message, language: Language): string {
  const fault = faultInWords(message, language);
  return label === undefined ? fault : fill(detailedFormTexts(language).faultOf, { label, fault });
}

/** What is wrong with a field, in words that say what to do about it. */
function faultInWords(message: Message, language: Language): string {
  if (message.id === 'boxRefused') return boxFaultAt(message, language);
  const isAmount = message.id === 'invalidNumber' && !isCount(message);
  return isAmount ? amountFault(message, language) : toPerson(message, language);
}

/** Of a box in words, as a sentence; an amount that can be read in two ways is told both. */
function boxFaultAt({ values }: Message, language: Language): string {
  const fault = JSON.parse(values.fault ?? '{}') as BoxFault;
  const isAmount = fault.code === 'boxValue' && fault.kind === 'euros';
  if (isAmount && twoReadings(values.value ?? '') !== null)
    return amountFault({ id: 'invalidNumber', values }, language);
  const words = boxFaultInWords(fault, language);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** An amount that can be read in two ways is told both. */
function amountFault({ values }: Message, language: Language): string {
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
