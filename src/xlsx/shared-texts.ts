import { xmlReader } from './xml-reader.ts';
import type { ZipParts } from './zip-parts.ts';
import { LARGEST } from './zip-parts.ts';

/** The texts that cells refer to by number. */
export async function sharedTexts(zip: ZipParts, part: string | null): Promise<readonly string[]> {
  if (part === null) return [];
  const texts: string[] = [];
  const item = textCollector();
  const reader = await xmlReader({
    open: item.open,
    text: item.text,
    close(name) {
      item.close(name);
      if (name === 'si') texts.push(item.take());
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of await zip.open(part, LARGEST.texts))
    reader.read(decoder.decode(chunk, { stream: true }));
  reader.end();
  return texts;
}

/** The longest text of a cell. */
export const LONGEST_TEXT = 32_767;

/** Collects the text in `t` elements, without pronunciation (`rPh`). */
export function textCollector() {
  let collected = '';
  let isText = false;
  let isPronunciation = false;
  return {
    open(name: string): void {
      if (name === 'rPh') isPronunciation = true;
      if (name === 't') isText = true;
    },
    text(text: string): void {
      if (isText && !isPronunciation) collected = (collected + text).slice(0, LONGEST_TEXT);
    },
    close(name: string): void {
      if (name === 'rPh') isPronunciation = false;
      if (name === 't') isText = false;
    },
    take(): string {
      const text = unescaped(collected);
      collected = '';
      return text;
    },
  };
}

/** Excel writes characters that XML does not allow as `_x000D_`. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
