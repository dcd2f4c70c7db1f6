import type { Language } from '../../../model/language.ts';
import type { Comparison, GroupComparison, NamedComparison } from '../../../tax/years/year-changes.ts';
import { comparisonsOf } from '../../../tax/years/year-changes.ts';

import { euroChange, euros, percentChange, pointChange, rate } from '../format.ts';
import { fill } from '../texts/page-texts.ts';
import { yearsTexts } from '../texts/years-texts.ts';

/** A value of a year, the one before it and the change, in words. */
export interface ShownComparison {
  readonly value: string;
  readonly before: string;
  readonly change: string;
  /** The change in percent, besides the one in euros; empty where there is none. */
  readonly percent: string;
  readonly isChanged: boolean;
}

export function shownComparison(comparison: Comparison, language: Language): ShownComparison {
  const { unit, before, after, kind, ratio } = comparison;
  const shown = (value: number | null) => shownValue(value, unit, language);
  return {
    value: shown(after),
    before: shown(before),
    change: formatChange(comparison, language),
    percent: kind === 'changed' && unit === 'euros' && ratio !== null ? percentChange(ratio, language) : '',
    isChanged: kind !== 'same' && kind !== 'uncompared',
  };
}

export function shownValue(value: number | null, unit: Comparison['unit'], language: Language): string {
  if (value === null) return yearsTexts(language).none;
  return unit === 'euros' ? euros(value, language) : rate(value, language);
}

export function namedComparison(comparison: NamedComparison, language: Language) {
  const { values } = yearsTexts(language);
  return { label: values[comparison.name], note: '', ...shownComparison(comparison, language) };
}

/** The change of a whole group: `inchangé`, `+0,9 %`, `de −34,7 % à +0,2 %`, `suppression`. */
export function groupChange(group: GroupComparison, language: Language): string {
  const texts = yearsTexts(language);
  const changed = comparisonsOf(group).filter(({ kind }) => kind !== 'same' && kind !== 'absent');
  const [first] = changed;
  if (!first) return texts.kinds.same;
  const ratios = changed.flatMap(({ unit, ratio }) => (unit === 'euros' && ratio !== null ? [ratio] : []));
  if (ratios.length === 0) return formatChange(first, language);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((each) =>
    percentChange(each, language),
  );
  return least === most ? String(least) : fill(texts.fromTo, { least: String(least), most: String(most) });
}

function formatChange({ unit, kind, difference }: Comparison, language: Language): string {
  const texts = yearsTexts(language);
  switch (kind) {
    case 'same':
    case 'introduced':
    case 'abolished':
      return texts.kinds[kind];
    case 'absent':
    case 'uncompared':
      return texts.none;
    case 'changed':
      return unit === 'euros'
        ? euroChange(difference ?? 0, language)
        : fill(texts.points, { difference: pointChange(difference ?? 0, language) });
  }
}
