import type { LocatedIssue } from './config-issues.ts';
import { shownKey } from './shown-value.ts';
import type { YamlSource } from './yaml-source.ts';

/** The first issue of each line: later ones mostly follow from it. */
export function syntaxIssues(source: YamlSource, file: string | null): LocatedIssue[] {
  const lines = new Map<number, LocatedIssue>();
  const issues = source.syntaxIssues.toSorted((one, other) => one.place.column - other.place.column);
  for (const { place, path, explanation } of issues) {
    if (lines.has(place.line)) continue;
    lines.set(place.line, { file, ...place, key: path && shownKey(path), value: null, explanation });
  }
  return [...lines.values()];
}
