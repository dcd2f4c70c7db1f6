/** Control characters, line and paragraph separators, and the marks that turn the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text on one line: nothing in it can end the line or rewrite it on a terminal. */
export function oneLine(text: string): string {
  if (text.search(UNSAFE) < 0) return text;
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const MAX_CAUSES = 5;

/** An error with its stack and all its causes; anything else as text. */
export function describeError(failure: unknown): string {
  const causes = causeChain(failure).slice(0, MAX_CAUSES);
  return causes
    .map((cause) => (cause instanceof Error ? withStack(cause) : String(cause)))
    .join(' | caused by ');
}

function causeChain(failure: unknown): unknown[] {
  const next = failure instanceof Error ? failure.cause : undefined;
  return next === undefined || next === failure ? [failure] : [failure, ...causeChain(next)];
}

function withStack(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${error.message}`, ...frames.slice(0, 6).map((frame) => frame.trim())].join(' < ');
}
