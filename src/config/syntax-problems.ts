import type { ConfigProblem } from './problems.ts';
import { shownKey } from './shown-value.ts';
import type { YamlSource } from './yaml-source.ts';

/** The first fault of each line: those behind it mostly follow from it. */
export function syntaxProblems(source: YamlSource, file: string | null): ConfigProblem[] {
  const lines = new Map<number, ConfigProblem>();
  const faults = source.syntaxProblems.toSorted((one, other) => one.place.column - other.place.column);
  for (const { place, path, explanation } of faults) {
    if (lines.has(place.line)) continue;
    lines.set(place.line, { file, ...place, key: path && shownKey(path), value: null, explanation });
  }
  return [...lines.values()];
}
