import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SessionType } from '../../../model/sessions.ts';
import type { StrangerCookies, StrangerState } from '../../../model/stranger-cookies.ts';

interface Options {
  /** The same for all instances on one database. */
  readonly key: () => string;
  /** How long an unused session lives. */
  readonly idleMinutes: number;
  /** The current time in milliseconds since 1970. */
  readonly clock: () => number;
}

/** Browsers keep cookies of 4,096 bytes, name and attributes included (RFC 6265 §6.1). */
export const LONGEST_TEXT = 3_500;

/** Signed with the text; changed together with {@link Content}, so that text of another version is not read. */
const VERSION = 'stranger-2:';

type Content = readonly [
  expiresAt: number,
  type: SessionType | null,
  csrfSecret: string,
  page: string | null,
];

const MINUTE = 60_000;

export function strangerCookies({ key, idleMinutes, clock }: Options): StrangerCookies {
  const idle = idleMinutes * MINUTE;
  const renewAfter = Math.min(MINUTE, idle / 10);

  function sealed({ type, csrfSecret, page }: StrangerState): string {
    const content: Content = [clock() + idle, type, csrfSecret, page];
    const text = deflateRawSync(JSON.stringify(content)).toString('base64url');
    return `${text}.${sign(key(), text)}`;
  }

  return {
    write(state) {
      const text = sealed(state);
      return text.length <= LONGEST_TEXT ? text : sealed({ ...state, page: null });
    },

    holds: (state) => sealed(state).length <= LONGEST_TEXT,

    read(text) {
      const [content = '', signature = ''] = text.split('.', 2);
      if (!isEqual(signature, sign(key(), content))) return null;
      const [expiresAt, type, csrfSecret, page] = contentOf(content);
      const left = expiresAt - clock();
      return left > 0 ? { state: { type, csrfSecret, page }, isAgeing: left <= idle - renewAfter } : null;
    },
  };
}

/** The content of a text with a valid signature: this program wrote it. */
function contentOf(text: string): Content {
  return JSON.parse(inflateRawSync(Buffer.from(text, 'base64url')).toString()) as Content;
}

function sign(key: string, text: string): string {
  return createHmac('sha256', key).update(VERSION).update(text).digest('base64url');
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
