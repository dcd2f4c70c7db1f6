import { basename } from 'node:path';
import type { Language } from './language.ts';
import type { ConfigNotice, ConfigProblem, ExplanationCode, Explanations } from './problems.ts';
import { exampleLine, type SettingPath } from './settings.ts';
import type { ProblemTexts, Wording } from './texts/problem-texts.ts';
import { problemsInEnglish } from './texts/problems.en.ts';
import { problemsInFrench } from './texts/problems.fr.ts';
import { settingTexts } from './texts/setting-texts.ts';

const problemTexts: Readonly<Record<Language, ProblemTexts>> = {
  fr: problemsInFrench,
  en: problemsInEnglish,
};

/** A problem in words; `allowed` is null where no value is at stake (a missing file, a tab). */
export interface WordedProblem extends Wording {
  readonly allowed: string | null;
}

function word<Code extends ExplanationCode>(
  texts: ProblemTexts,
  code: Code,
  details: Explanations[Code],
  example: string,
): Wording {
  return texts.problems[code](details, example);
}

/** What is wrong, what is allowed and what to do, in the reader's language. */
export function wordProblem({ explanation }: ConfigProblem, language: Language): WordedProblem {
  const { code, details } = explanation;
  const setting: SettingPath | null = 'setting' in details ? details.setting : null;
  const example = setting === null ? '' : exampleLine(setting);
  return {
    ...word(problemTexts[language], code, details, example),
    allowed:
      code === 'unknownKey'
        ? explanation.details.known.join(', ')
        : setting && settingTexts[language][setting].allowed,
  };
}

/** Where a problem is, and with which value. */
export type Place = Omit<ConfigProblem, 'explanation'>;

function placeOf({ file, line, column }: Place, texts: ProblemTexts): string | null {
  if (file === null) return null;
  return line === null || column === null ? file : texts.place(basename(file), line, column);
}

/** A problem as the console shows it: its place, what is wrong, what is allowed, what to do. */
export function formatWorded(place: Place, worded: WordedProblem, language: Language): string {
  const texts = problemTexts[language];
  const subject = place.key && (place.value === null ? place.key : `${place.key}: ${place.value}`);
  const lines = [
    [placeOf(place, texts), subject].filter(Boolean).join(' · '),
    `  ${worded.problem}`,
    worded.allowed && `  ${texts.allowed}${worded.allowed}`,
    `  ${texts.hint}${worded.hint}`,
  ];
  return lines.filter(Boolean).join('\n');
}

/** More than anybody reads at once: what is no configuration at all has thousands. */
const SHOWN_AT_MOST = 50;

/** The text for the console: a title with the path of the file, then each problem with its place. */
export function formatProblems(problems: readonly ConfigProblem[], language: Language): string {
  const title = problemTexts[language].title(problems.length, problems[0]?.file ?? null);
  return underTitle(
    title,
    problems.map((problem) => formatWorded(problem, wordProblem(problem, language), language)),
  );
}

/** Problems under their title, as many as anybody reads. */
export function underTitle(title: string, problems: readonly string[]): string {
  const rest = problems.length > SHOWN_AT_MOST ? ['…'] : [];
  return [title, ...problems.slice(0, SHOWN_AT_MOST), ...rest].join('\n\n');
}

/** One line for each; empty when there is nothing to know. */
export function formatNotices(notices: readonly ConfigNotice[], language: Language): string {
  return notices.map((notice) => `${wordNotice(notice, language)}\n`).join('');
}

function wordNotice(notice: ConfigNotice, language: Language): string {
  const texts = problemTexts[language];
  switch (notice.code) {
    case 'bothFiles':
      return texts.bothConfigFiles(notice.used, notice.ignored);
    case 'exposedPassword':
      return texts.exposedPassword(notice.file);
    case 'incomesInLog':
      return texts.incomesInLog(notice.file);
    case 'cutValue':
      return texts.cutValue(notice.file, notice.line, notice.key, notice.value);
  }
}
