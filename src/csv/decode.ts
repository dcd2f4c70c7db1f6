import { isAscii, isUtf8 } from 'node:buffer';

/** The longest sequence of UTF-8. */
const SEQUENCE = 4;
const BYTE_ORDER_MARK = '\ufeff';

/** Turns the bytes of a file into text, chunk by chunk. */
export interface Decoder {
  decode(bytes: Uint8Array): string;
  /** What is left at the end of the file. */
  end(): string;
  /** Whether the file began with a byte order mark; known once its first characters are decoded. */
  readonly hasMark: boolean;
}

/**
 * Decodes UTF-8 or Windows-1252, decided by the first character beyond ASCII. Text in Windows-1252 is hardly ever valid
 * UTF-8, so nothing is kept for a second attempt. A byte order mark is dropped.
 */
export function createDecoder(): Decoder {
  let undecided: Uint8Array = new Uint8Array();
  let decoder: TextDecoder | null = null;
  let isStart = true;
  let hasMark = false;

  function decode(bytes: Uint8Array, isEnd: boolean): string {
    if (decoder) return decoder.decode(bytes, { stream: !isEnd });
    const all = undecided.length > 0 ? Buffer.concat([undecided, bytes]) : bytes;
    undecided = new Uint8Array();
    if (isAscii(all)) return asciiText(all);
    const first = all.findIndex((byte) => byte > 127);
    if (all.length - first < SEQUENCE && !isEnd) {
      undecided = all.slice(first);
      return asciiText(all.subarray(0, first));
    }
    const encoding = beginsWithUtf8(all.subarray(first)) ? 'utf-8' : 'windows-1252';
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return decoder.decode(all, { stream: !isEnd });
  }

  function withoutMark(text: string): string {
    if (!isStart || text === '') return text;
    isStart = false;
    if (!text.startsWith(BYTE_ORDER_MARK)) return text;
    hasMark = true;
    return text.slice(1);
  }

  return {
    decode: (bytes) => withoutMark(decode(bytes, false)),
    end: () => withoutMark(decode(new Uint8Array(), true)),
    get hasMark() {
      return hasMark;
    },
  };
}

function asciiText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function beginsWithUtf8(bytes: Uint8Array): boolean {
  const [lead = 0] = bytes;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  return bytes.length >= length && isUtf8(bytes.subarray(0, length));
}
