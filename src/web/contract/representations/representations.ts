import type { SessionType } from '../../../model/sessions.ts';
import { LongList } from '../long-list.ts';
import { toXml, toXmlChunks } from './xml.ts';

/** The content of JSON and XML, in the contract's order of keys (§1.2). */
export interface Answer {
  readonly action: string;
  readonly état: number;
  readonly réponse: unknown;
  readonly csrf_token?: string;
}

export interface Representation {
  readonly contentType: string;
  readonly write: (answer: Answer) => string;
  /** The same text in chunks, for an answer with a {@link LongList}. */
  readonly writeChunks: (answer: Answer) => AsyncIterable<string>;
}

/** The two representations for programs (contract §1.5). */
export const representations: Readonly<Record<Exclude<SessionType, 'html'>, Representation>> = {
  json: {
    contentType: 'application/json; charset=utf-8',
    write: (answer) => JSON.stringify(answer),
    writeChunks: toJsonChunks,
  },
  xml: { contentType: 'application/xml; charset=utf-8', write: toXml, writeChunks: toXmlChunks },
};

async function* toJsonChunks(answer: Answer): AsyncGenerator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(answer)) {
    yield `${before}${JSON.stringify(name)}:`;
    if (value instanceof LongList) yield* jsonItems(value);
    else yield JSON.stringify(value);
    before = ',';
  }
  yield '}';
}

async function* jsonItems({ chunks }: LongList): AsyncGenerator<string> {
  let before = '[';
  for await (const items of chunks) {
    yield before + JSON.stringify(items).slice(1, -1);
    before = ',';
  }
  yield ']';
}
