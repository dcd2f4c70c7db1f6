import type { Language } from '../model/language.ts';
import { english } from './help/help.en.ts';
import { french } from './help/help.fr.ts';
import type { CommandHelp, CommandName, HelpLine } from './help/help-texts.ts';

const texts = { fr: french, en: english } as const;
/** The column in which the meanings begin. */
const MEANINGS = 34;

/** The help for all commands, in the reader's language. */
export function overview(language: Language): string {
  const { title, commands, files, askForHelp } = texts[language];
  const sections = (Object.keys(commands) as CommandName[]).map((name) => commandHelp(name, language));
  const rest = `${inColumns('  tax-server ')(files)}  tax-server ${askForHelp}\n  tax-server --version\n`;
  return `${title}\n\n${sections.join('')}${rest}`;
}

/** The help for one command. */
export function commandHelp(name: CommandName, language: Language): string {
  const { ways, options = [] } = texts[language].commands[name];
  return [...ways.map(inColumns('  tax-server ')), ...options.map(inColumns('      '))].join('');
}

/** How to call a command, and how to get help; without a command, how to see all. */
export function usage(name: CommandName | null, language: Language): string {
  const { commands, askForHelp } = texts[language];
  const lines = name === null ? [askForHelp] : waysOf(name, commands[name]);
  return lines.map((typed) => `  tax-server ${typed}\n`).join('');
}

function waysOf(name: CommandName, { ways, options }: CommandHelp): readonly string[] {
  return [...ways.map(([typed]) => typed), ...(options ? [`${name} --help`] : [])];
}

function inColumns(before: string): (line: HelpLine) => string {
  return ([typed, meaning]) => {
    const left = `${before}${typed}`;
    const start = left.length < MEANINGS ? left.padEnd(MEANINGS) : `${left}\n${' '.repeat(MEANINGS)}`;
    return `${meaning === '' ? left : `${start}${meaning}`}\n`;
  };
}
