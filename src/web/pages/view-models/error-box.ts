import type { Language } from '../../../model/language.ts';
import type { Message } from '../../messages/message.ts';
import { fieldName, toPerson } from '../message-words.ts';

/** The pink box of the contract: a title and the messages, each leading to its field where it has one. */
export interface ErrorBox {
  readonly title: string;
  /** True when a visitor should be led to the box before anything else. */
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
  /** How a page says it, where it has a way of its own. */
  readonly words?: (message: Message, language: Language) => string;
}

/** Null when there is nothing to tell. */
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
