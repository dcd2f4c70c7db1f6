/** A name after one or two dashes, which Word may have replaced: hyphens, dashes, the minus sign. */
const OTHER_DASHES = /^[-\u2010-\u2015\u2212\ufe63\uff0d]{1,2}([a-z][a-z0-9-]*)($|=)/i;

/** The ways to ask for help, also those of Windows. */
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

/** Whether an argument asks for help, whatever the others are. */
export function isHelp(typed: string): boolean {
  return HELP.has(typed.toLowerCase());
}
