/** The API as its page describes it, in the language of the visitor: plain data, made of the document for programs. */
export interface ApiReference {
  readonly version: string;
  /** Its path, alias and prefix included, and where that is. */
  readonly path: string;
  readonly origin: string;
  readonly about: string;
  readonly operations: readonly ApiReferenceOperation[];
  /** What each field of a body may be; the boxes of the return have a page of their own. */
  readonly fields: readonly { readonly name: string; readonly allowed: string }[];
  readonly problems: readonly {
    readonly id: string;
    readonly status: number;
    /** As the answer has it. */
    readonly title: string;
    readonly about: string;
  }[];
}

export interface ApiReferenceOperation {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly about: string;
  readonly parameters: readonly { readonly name: string; readonly about: string }[];
  /** One for each form of the body; one without a body. */
  readonly examples: readonly ApiExample[];
  readonly responses: readonly {
    readonly status: string;
    readonly text: string;
    /** Whether the text is what the answer itself says, in English. */
    readonly isTitle: boolean;
  }[];
}

/** A request that works, and what comes of it. */
export interface ApiExample {
  readonly url: string;
  /** The form of the body; null without one. */
  readonly body: { readonly type: string; readonly text: string } | null;
  /** Null where it would be as long as a book. */
  readonly answer: string | null;
}
