import { inWords, type Language, type Message, type MessageId } from '../../messages/message.ts';

/** The pink box of the contract: a title and the messages, each leading to its field where it has one. */
export interface ErrorBox {
  readonly title: string;
  /** True when a visitor should be led to the box before anything else. */
  readonly takesFocus: boolean;
  readonly items: readonly {
    readonly text: string;
    /** The contract's own words (§2.4), where the text is another; empty elsewhere. */
    readonly contractText: string;
    readonly fieldId: string | null;
  }[];
}

/** The id of a form field by the name that the browser posts. */
export type FieldIds = Readonly<Record<string, string>>;

interface ErrorBoxOptions {
  readonly fieldIds?: FieldIds;
  readonly takesFocus?: boolean;
  /** How a page says it, where that is not the contract's way. */
  readonly words?: (message: Message, language: Language) => string;
  /** Whether the contract's way has to be there as well. */
  readonly isContractual?: boolean;
}

/** Null when there is nothing to tell. */
export function errorBox(
  title: string,
  messages: readonly Message[],
  language: Language,
  { fieldIds = {}, takesFocus = true, words = inWords, isContractual = false }: ErrorBoxOptions = {},
): ErrorBox | null {
  if (messages.length === 0) return null;
  const items = messages.map((message) => ({
    text: words(message, language),
    contractText: isContractual ? inWords(message, language) : '',
    fieldId: fieldIds[fieldName(message) ?? ''] ?? null,
  }));
  return { title, takesFocus, items };
}

const fieldsOfMessages: Partial<Record<MessageId, string>> = {
  invalidMarried: 'marié',
  invalidYear: 'année',
};

/** The name of the form field that a message complains of. */
export function fieldName({ id, values }: Message): string | undefined {
  return fieldsOfMessages[id] ?? values.name;
}
