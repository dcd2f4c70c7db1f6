import type { Language } from '../model/language.ts';

import { isCommented, type SettingPath, sampleValue, settingPaths, settings, yamlValue } from './settings.ts';
import { settingTexts } from './texts/setting-texts.ts';

interface TemplateUser {
  readonly login: string;
  readonly password_hash: string;
}

export interface TemplateOptions {
  /** The language of the comments. */
  readonly language: Language;
  /** The value of `language`; the default one if absent. */
  readonly pages?: Language;
  /** Written in place of the empty list. */
  readonly users?: readonly TemplateUser[];
}

/** A hundred columns, less the `#` before the examples. */
const WIDTH = 99;
/** A space where a line may end: not one that French puts inside « » and before : ; ? ! */
const WORD_BREAK = /(?<!\u00ab) (?![:;?!\u00bb])/;

const INTRODUCTIONS: Readonly<Record<Language, string>> = {
  fr: `La configuration de tax-server : tous les réglages, avec leur valeur par défaut. Enregistrez ce fichier en UTF-8 sous le nom config.yaml à côté du programme, vérifiez-le par « tax-server check-config », puis relancez le serveur. Ce qui suit un « # » sans espace est un réglage à activer en supprimant le « # » ; on peut supprimer toute ligne dont la valeur par défaut convient.`,
  en: `The configuration of tax-server: every setting, with its default. Save this file in UTF-8 as config.yaml beside the program, check it with "tax-server check-config", then restart the server. What follows a "#" without a space is a setting to be turned on by removing the "#"; any line whose default suits can be removed.`,
};
const ALLOWED: Readonly<Record<Language, string>> = { fr: 'Permis : ', en: 'Allowed: ' };
const INSTEAD: Readonly<Record<Language, string>> = {
  fr: 'À la place de la ligne précédente :',
  en: 'Instead of the line above:',
};

/** A text as comment lines within the width. */
function comment(text: string, start: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(WORD_BREAK)) {
    if (line !== '' && `${start}# ${line} ${word}`.length > WIDTH) {
      lines.push(`${start}# ${line}`);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, `${start}# ${line}`];
}

const nameOf = (path: SettingPath) => path.slice(path.lastIndexOf('.') + 1);
const childrenOf = (path: SettingPath) => settingPaths.filter((other) => other.startsWith(`${path}.`));

const sentence = (text: string) => (text.endsWith('…') ? text : `${text}.`);

interface KeyForm {
  readonly indent?: string;
  /** The text between the indent and the key. */
  readonly mark?: '' | '#' | '- ';
  readonly value?: unknown;
}

/** A key on its line, under its comment. */
function keyLines(path: SettingPath, language: Language, form: KeyForm = {}): string[] {
  const { indent = '', mark = '', value = sampleValue(path) } = form;
  const { about, allowed } = settingTexts[language][path];
  return [
    ...comment(`${sentence(about)} ${ALLOWED[language]}${sentence(allowed)}`, indent),
    `${indent}${mark}${nameOf(path)}: ${yamlValue(value)}`,
  ];
}

function sectionLines(path: SettingPath, language: Language): string[] {
  const keys = childrenOf(path).flatMap((key) =>
    keyLines(key, language, { indent: '  ', mark: isCommented(key) ? '#' : '' }),
  );
  return [...comment(`${settingTexts[language][path].about}.`, ''), `${path}:`, ...keys];
}

/** The keys of a section that is off by default, as comments; those of a list as its first item. */
function exampleLines(path: SettingPath, language: Language): string[] {
  const [first, ...rest] = childrenOf(path);
  if (first === undefined) return [];
  const isList = Array.isArray(sampleValue(path));
  const lines = [
    `${path}:`,
    ...keyLines(first, language, { indent: '  ', mark: isList ? '- ' : '' }),
    ...rest.flatMap((key) => keyLines(key, language, { indent: isList ? '    ' : '  ' })),
  ];
  return [`# ${INSTEAD[language]}`, ...lines.map((line) => `#${line}`)];
}

function userLines(users: readonly TemplateUser[], language: Language): string[] {
  const items = users.flatMap(({ login, password_hash }) => [
    `  - login: ${yamlValue(login)}`,
    `    password_hash: ${yamlValue(password_hash)}`,
  ]);
  return [...comment(`${settingTexts[language].users.about}.`, ''), 'users:', ...items];
}

/** A commented config.yaml with every setting: the defaults, and as comments what other configurations need. */
export function configTemplate({
  language,
  pages = settings.language.value,
  users = [],
}: TemplateOptions): string {
  const sections = settingPaths
    .filter((path) => !path.includes('.'))
    .map((path) => {
      if (path === 'users' && users.length > 0) return userLines(users, language);
      if (path === 'language') return keyLines(path, language, { value: pages });
      if (sampleValue(path) === undefined) return sectionLines(path, language);
      return [...keyLines(path, language), ...exampleLines(path, language)];
    });
  const parts = [comment(INTRODUCTIONS[language], ''), ...sections];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
