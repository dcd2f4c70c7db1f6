import { readFileSync } from 'node:fs';
import { readConfigText } from '../../config/config-file.ts';
import { ConfigError, type LocatedIssue } from '../../config/config-issues.ts';
import { describeIssue, formatDescribed, underTitle } from '../../config/format-config-issues.ts';
import { oneShortLine, shownKey } from '../../config/shown-value.ts';
import { syntaxIssues } from '../../config/syntax-issues.ts';
import { parseYaml, type YamlSource } from '../../config/yaml-source.ts';
import type { TaxYearIssue } from '../../database/tax-years/invalid-tax-year.ts';
import type { Language } from '../../model/language.ts';
import { describeTaxYearIssue } from './describe-tax-year-issue.ts';
import { taxYearTexts } from './tax-years-texts.ts';

/** A file that cannot be imported, with its issues as text for the console. */
export class InvalidTaxYearFile extends Error {
  override readonly name = 'InvalidTaxYearFile';
}

/** A file of a tax year, and its issues. */
export interface OpenTaxYearFile {
  readonly values: unknown;
  /** All issues of the values, in the order of the file. */
  format(issues: readonly TaxYearIssue[]): InvalidTaxYearFile;
}

/**
 * Reads a file of a tax year, YAML or JSON.
 *
 * @throws {InvalidTaxYearFile} when it is neither
 */
export function openTaxYearFile(file: string, language: Language): OpenTaxYearFile {
  const texts = taxYearTexts[language];
  const source = parseYaml(textOf(file));
  const issues = syntaxIssues(source, file);
  if (issues.length > 0) throw misspelt(issues);
  return {
    values: source.data,
    format(issues) {
      const placed = issues.map((issue) => placedIssue(issue));
      const sorted = placed.toSorted((one, other) => one.line - other.line || one.column - other.column);
      return invalid(sorted.map(({ text }) => text));
    },
  };

  function textOf(path: string): string {
    const bytes = readFileSync(path);
    try {
      return readConfigText(path, () => bytes);
    } catch (error) {
      throw error instanceof ConfigError ? misspelt(error.issues) : error;
    }
  }

  function misspelt(issues: readonly LocatedIssue[]): InvalidTaxYearFile {
    return invalid(issues.map((issue) => formatDescribed(issue, describeIssue(issue, language), language)));
  }

  function invalid(issues: readonly string[]): InvalidTaxYearFile {
    return new InvalidTaxYearFile(underTitle(texts.title(file, issues.length), issues));
  }

  function placedIssue(issue: TaxYearIssue) {
    const isOfKey = issue.reason.code === 'missing' || issue.reason.code === 'unknownKey';
    const place = isOfKey ? source.keyPlace(issue.path) : source.valuePlace(issue.path);
    const subject = { file, ...place, key: shownKey(issue.path), value: shownValue(issue, source) };
    return {
      ...place,
      text: formatDescribed(subject, describeTaxYearIssue(issue, source.data, texts), language),
    };
  }
}

function shownValue({ path, reason }: TaxYearIssue, source: YamlSource): string | null {
  const written = reason.code === 'unknownKey' ? null : source.writtenValue(path);
  return written === null || written === '' ? null : oneShortLine(written);
}
