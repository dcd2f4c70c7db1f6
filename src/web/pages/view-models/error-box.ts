import type { Language } from '../../../model/language.ts';
import type { Message } from '../../messages/message.ts';
import { fieldName, toPerson } from '../message-words.ts';

/** The pink box of the contract: a title and the messages, each linked to its field where it has one. */
export interface ErrorBox {
  readonly title: string;
  /** Whether the box gets the focus. */
  readonly takesFocus: boolean;
  readonly items: readonly {
    readonly text: string;
    readonly fieldId: string | null;
  }[];
}

/** The id of a form field by the name that the browser posts. */
export type FieldIds = Readonly<Record<string, string>>;

interface ErrorBoxOptions {
  readonly fieldIds?: FieldIds;
  readonly takesFocus?: boolean;
  /** The page's own words, if it has any. */
  readonly words?: (message: Message, language: Language) => string;
}

/** Null without messages. */
export function errorBox(
  title: string,
  messages: readonly Message[],
  language: Language,
  { fieldIds = {}, takesFocus = true, words = toPerson }: ErrorBoxOptions = {},
): ErrorBox | null {
  if (messages.length === 0) return null;
  const items = messages.map((message) => ({
    text: words(message, language),
    fieldId: fieldIds[fieldName(message) ?? ''] ?? null,
  }));
  return { title, takesFocus, items };
}
