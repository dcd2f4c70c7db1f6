import type { Language } from '../../model/language.ts';
import { MAX_CHILDREN, MAX_INCOME } from '../../tax/return/bounds.ts';
import { type Message, type MessageId, reasonOf } from '../messages/message.ts';
import { delay, fileSize, wholeNumber } from './format.ts';
import { messageTexts } from './texts/messages-texts.ts';
import { fill } from './texts/page-texts.ts';

/** A message for people. Values are inserted as they are: the template escapes them. */
export function toPerson(message: Message, language: Language): string {
  return fill(messageTexts(language)[message.id], readableValues(message, language));
}

const fieldsOfMessages: Partial<Record<MessageId, string>> = {
  invalidMarried: 'marié',
  invalidYear: 'année',
};

/** The form field that a message is about. */
export function fieldName({ id, values }: Message): string | undefined {
  return fieldsOfMessages[id] ?? values.name;
}

/** Whether a message is about a number of children; any other number is an amount. */
export function isCount(message: Message): boolean {
  return fieldName(message)?.startsWith('enfants') ?? false;
}

function readableValues(message: Message, language: Language): Readonly<Record<string, string>> {
  const { values } = message;
  const max = Number(values.max ?? (isCount(message) ? MAX_CHILDREN : MAX_INCOME));
  return {
    ...values,
    ...reasonOf(values, language),
    max: wholeNumber(max, language).text,
    size: fileSize(max, language),
    ...(values.seconds && { delay: delay(Number(values.seconds), language) }),
  };
}
