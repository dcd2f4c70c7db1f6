export type Lines = readonly string[];

/** `<Name …>` … `</Name>` around indented lines. */
export function block(opening: string, lines: Lines): Lines {
  const [name] = opening.split(' ');
  return [`<${opening}>`, ...lines.map((line) => (line === '' ? '' : `    ${line}`)), `</${name}>`];
}

export function comment(text: string): Lines {
  return text.split('\n').map((line) => `# ${line}`.trimEnd());
}
