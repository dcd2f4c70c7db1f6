import { twoReadings } from '../../../bulk/written-numbers.ts';
import { MAX_CHILDREN, MAX_INCOME } from '../../../tax/bounds.ts';

import { inWords, type Language, type Message } from '../../messages/message.ts';
import { wholeNumber } from '../format.ts';
import { detailedFormTexts, type FieldFault } from '../texts/detailed-form.ts';
import { fill } from '../texts/texts.ts';
import { fieldName } from './error-box.ts';

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
  const isCount = fieldName(message)?.startsWith('enfants') ?? false;
  if (message.id === 'invalidNumber' && !isCount) return amountFault(message, language);
  const faults: Readonly<Partial<Record<string, string>>> = detailedFormTexts(language)
    .faults satisfies Record<FieldFault, string>;
  const text = faults[message.id];
  if (text === undefined) return inWords(message, language);
  const max = isCount ? MAX_CHILDREN : MAX_INCOME;
  return fill(text, { max: wholeNumber(max, language).text, ...message.values });
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
