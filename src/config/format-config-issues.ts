import { basename } from 'node:path';
import type { Language } from '../model/language.ts';
import type { ConfigExplanations, ConfigNotice, ExplanationCode, LocatedIssue } from './config-issues.ts';

import { exampleLine, type SettingPath } from './settings.ts';
import type { IssueTexts, Wording } from './texts/issue-texts.ts';
import { issuesInEnglish } from './texts/issues.en.ts';
import { issuesInFrench } from './texts/issues.fr.ts';
import { settingTexts } from './texts/setting-texts.ts';

const issueTexts: Readonly<Record<Language, IssueTexts>> = {
  fr: issuesInFrench,
  en: issuesInEnglish,
};

/** An issue in words; `allowed` is null where there is no value (a missing file, a tab). */
export interface DescribedIssue extends Wording {
  readonly allowed: string | null;
}

function word<Code extends ExplanationCode>(
  texts: IssueTexts,
  code: Code,
  details: ConfigExplanations[Code],
  example: string,
): Wording {
  return texts.issues[code](details, example);
}

/** What is wrong, what is allowed and what to do, in the reader's language. */
export function describeIssue({ explanation }: LocatedIssue, language: Language): DescribedIssue {
  const { code, details } = explanation;
  const setting: SettingPath | null = 'setting' in details ? details.setting : null;
  const example = setting === null ? '' : exampleLine(setting);
  return {
    ...word(issueTexts[language], code, details, example),
    allowed:
      code === 'unknownKey'
        ? explanation.details.known.join(', ')
        : setting && settingTexts[language][setting].allowed,
  };
}

/** The place of an issue, and its value. */
export type Place = Omit<LocatedIssue, 'explanation'>;

function placeOf({ file, line, column }: Place, texts: IssueTexts): string | null {
  if (file === null) return null;
  return line === null || column === null ? file : texts.place(basename(file), line, column);
}

/** An issue for the console: its place, the problem, the allowed values, the hint. */
export function formatDescribed(place: Place, worded: DescribedIssue, language: Language): string {
  const texts = issueTexts[language];
  const subject = place.key && (place.value === null ? place.key : `${place.key}: ${place.value}`);
  const lines = [
    [placeOf(place, texts), subject].filter(Boolean).join(' · '),
    `  ${worded.issue}`,
    worded.allowed && `  ${texts.allowed}${worded.allowed}`,
    `  ${texts.hint}${worded.hint}`,
  ];
  return lines.filter(Boolean).join('\n');
}

/** More issues are not helpful: a file that is not a configuration has thousands. */
const SHOWN_AT_MOST = 50;

/** The text for the console: a title with the path of the file, then each issue. */
export function formatIssues(issues: readonly LocatedIssue[], language: Language): string {
  const title = issueTexts[language].title(issues.length, issues[0]?.file ?? null);
  return underTitle(
    title,
    issues.map((issue) => formatDescribed(issue, describeIssue(issue, language), language)),
  );
}

/** Issues under their title, up to the limit. */
export function underTitle(title: string, issues: readonly string[]): string {
  const rest = issues.length > SHOWN_AT_MOST ? ['…'] : [];
  return [title, ...issues.slice(0, SHOWN_AT_MOST), ...rest].join('\n\n');
}

/** One line for each notice; empty when there is none. */
export function formatNotices(notices: readonly ConfigNotice[], language: Language): string {
  return notices.map((notice) => `${formatNotice(notice, language)}\n`).join('');
}

function formatNotice(notice: ConfigNotice, language: Language): string {
  const texts = issueTexts[language];
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
