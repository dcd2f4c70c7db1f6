/** The documentation of the API in the visitor's language: plain data, made from the document for programs. */
export interface ApiReference {
  readonly version: string;
  /** Its path with alias and prefix, and its host. */
  readonly path: string;
  readonly origin: string;
  readonly about: string;
  readonly operations: readonly ApiReferenceOperation[];
  /** The allowed values of each field; the boxes of the return have their own page. */
  readonly fields: readonly { readonly name: string; readonly allowed: string }[];
  readonly problems: readonly {
    readonly id: string;
    readonly status: number;
    /** As in the answer. */
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
  /** One for each body format; one without a body. */
  readonly examples: readonly ApiExample[];
  readonly responses: readonly {
    readonly status: string;
    readonly text: string;
    /** Whether the text is the answer's own title, in English. */
    readonly isTitle: boolean;
  }[];
}

/** A valid request, and its answer. */
export interface ApiExample {
  readonly url: string;
  /** The format of the body; null without one. */
  readonly body: { readonly type: string; readonly text: string } | null;
  /** Null where it would be too long. */
  readonly answer: string | null;
}
