import { readFileSync } from 'node:fs';
import { readConfigText } from '../../config/config-file.ts';
import { formatWorded, underTitle, wordProblem } from '../../config/format-problems.ts';
import { ConfigError, type ConfigProblem } from '../../config/problems.ts';
import { oneShortLine, shownKey } from '../../config/shown-value.ts';
import { syntaxProblems } from '../../config/syntax-problems.ts';
import { parseYaml, type YamlSource } from '../../config/yaml-source.ts';
import type { TaxYearFault } from '../../database/tax-years/invalid-tax-year.ts';
import { FaultyTaxYearFile } from './faulty-file.ts';
import { taxYearTexts } from './texts.ts';
import { wordFault } from './word-fault.ts';

/** A file of a tax year, to be told what is wrong with it. */
export interface OpenTaxYearFile {
  readonly values: unknown;
  /** All faults of the values, in the order of the file. */
  format(faults: readonly TaxYearFault[]): FaultyTaxYearFile;
}

/**
 * Reads a file of a tax year, YAML or JSON.
 *
 * @throws {FaultyTaxYearFile} when it is not written in either
 */
export function openTaxYearFile(file: string, language: 'fr' | 'en'): OpenTaxYearFile {
  const texts = taxYearTexts[language];
  const source = parseYaml(textOf(file));
  const problems = syntaxProblems(source, file);
  if (problems.length > 0) throw misspelt(problems);
  return {
    values: source.data,
    format(faults) {
      const placed = faults.map((fault) => placedProblem(fault));
      const sorted = placed.toSorted((one, other) => one.line - other.line || one.column - other.column);
      return faulty(sorted.map(({ text }) => text));
    },
  };

  function textOf(path: string): string {
    const bytes = readFileSync(path);
    try {
      return readConfigText(path, () => bytes);
    } catch (error) {
      throw error instanceof ConfigError ? misspelt(error.problems) : error;
    }
  }

  function misspelt(problems: readonly ConfigProblem[]): FaultyTaxYearFile {
    return faulty(problems.map((problem) => formatWorded(problem, wordProblem(problem, language), language)));
  }

  function faulty(problems: readonly string[]): FaultyTaxYearFile {
    return new FaultyTaxYearFile(underTitle(texts.title(file, problems.length), problems));
  }

  function placedProblem(fault: TaxYearFault) {
    const isOfKey = fault.reason.code === 'missing' || fault.reason.code === 'unknownKey';
    const place = isOfKey ? source.keyPlace(fault.path) : source.valuePlace(fault.path);
    const subject = { file, ...place, key: shownKey(fault.path), value: shownValue(fault, source) };
    return { ...place, text: formatWorded(subject, wordFault(fault, source.data, texts), language) };
  }
}

function shownValue({ path, reason }: TaxYearFault, source: YamlSource): string | null {
  const written = reason.code === 'unknownKey' ? null : source.writtenValue(path);
  return written === null || written === '' ? null : oneShortLine(written);
}
