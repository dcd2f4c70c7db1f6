/** A name behind one or two dashes, of which Word has made others: hyphens, dashes, the minus sign. */
const OTHER_DASHES = /^[-\u2010-\u2015\u2212\ufe63\uff0d]{1,2}([a-z][a-z0-9-]*)($|=)/i;

/** How people ask for help, also those who come from Windows. */
const HELP: ReadonlySet<string> = new Set(['--help', '-h', '-?', '/?', '/h', '/help']);

/** Options as they are typed on a keyboard: `–port`, pasted from a text, is `--port`. */
export function withPlainDashes(args: readonly string[]): readonly string[] {
  return args.map((typed) => {
    if (/^-{1,2}[^\P{ASCII}-]/u.test(typed)) return typed;
    return typed.replace(
      OTHER_DASHES,
      (_, name: string, end: string) => `${name.length === 1 ? '-' : '--'}${name}${end}`,
    );
  });
}

/** Whether an argument asks for help, whatever the others say. */
export function isHelp(typed: string): boolean {
  return HELP.has(typed.toLowerCase());
}
