import type { Language } from '../../../model/language.ts';
import type { LegalSource, SourcedValue } from '../../../tax/years/tax-year.ts';
import {
  type BracketComparison,
  compareYears,
  comparisonsOf,
  type GroupComparison,
  LAW_GROUPS,
  type ScaleComparison,
} from '../../../tax/years/year-changes.ts';

import { rate } from '../format.ts';
import type { YearPage } from '../other-pages.ts';
import type { PageContext } from '../page.ts';
import { paths } from '../paths.ts';
import { fill } from '../texts/page-texts.ts';
import { yearsTexts } from '../texts/years-texts.ts';
import { groupChange, namedComparison, shownComparison, shownValue } from './comparison-view.ts';
import { yearName } from './year-names.ts';

/** The values of one income year, each beside that of the year before, with the texts of law. */
export function yearView(page: YearPage, context: PageContext) {
  const { year, previous, method } = page;
  const { language } = context;
  const words = yearsTexts(language);
  const groups = compareYears(previous, year, method === 'legacy' ? [...LAW_GROUPS, 'legacy'] : LAW_GROUPS);
  return {
    words,
    heading: yearName(year.incomeYear, language),
    yearLinks: yearLinks(page, context),
    allYearsUrl: context.pageUrl(paths.years),
    incomeYear: year.incomeYear,
    previousYear: previous?.incomeYear ?? null,
    comparedWith: previous && fill(words.comparedWith, { year: previous.incomeYear }),
    summary: previous ? summary(groups, language) : [],
    sections: groups.flatMap((group) => {
      const section = groupSection(group, year.sources, language);
      return group.group === 'familyQuotientCap'
        ? [sharesSection(year.sources, language), section]
        : [section];
    }),
  };
}

function yearLinks({ year, years }: YearPage, { language, pageUrl }: PageContext) {
  return years.map((each) => ({
    year: each,
    label: yearName(each, language),
    url: pageUrl(paths.year(each)),
    isCurrent: each === year.incomeYear,
  }));
}

/** One line for each group that exists in one of the two years. */
function summary(groups: readonly GroupComparison[], language: Language) {
  const { groups: names } = yearsTexts(language);
  return groups.filter(exists).map((group) => ({
    url: `#${group.group}`,
    title: names[group.group].title,
    change: groupChange(group, language),
    isChanged: comparisonsOf(group).some(({ kind }) => kind !== 'same' && kind !== 'absent'),
  }));
}

function exists(group: GroupComparison): boolean {
  return comparisonsOf(group).some(({ before, after }) => before !== null || after !== null);
}

type Sources = Readonly<Record<SourcedValue, readonly LegalSource[]>>;

function groupSection(group: GroupComparison, sources: Sources, language: Language) {
  const values = group.values.map((each) => namedComparison(each, language));
  const scales = group.scales.map((scale) => scaleTable(scale, language));
  return {
    ...sectionHead(group.group, group.group === 'legacy' ? [] : sources[group.group], language),
    isAbsent: !exists(group),
    scales: scales.filter(({ rows }) => rows.length > 0),
    hasValues: values.length > 0 && exists(group),
    values,
  };
}

/** The number of shares is a rule, not a value. */
function sharesSection({ shares, widowedShares, singleParentShares }: Sources, language: Language) {
  const sources = [...shares, ...widowedShares, ...singleParentShares];
  const distinct = [...new Map(sources.map((source) => [source.text, source])).values()];
  return {
    ...sectionHead('shares', distinct, language),
    isAbsent: false,
    scales: [],
    hasValues: false,
    values: [],
  };
}

function sectionHead(
  id: GroupComparison['group'] | 'shares',
  sources: readonly LegalSource[],
  language: Language,
) {
  return {
    id,
    ...yearsTexts(language).groups[id],
    hasSources: sources.length > 0,
    sources: sources.map(({ text, url }) => ({ text, url: url ?? null })),
  };
}

function scaleTable({ name, brackets }: ScaleComparison, language: Language) {
  const words = yearsTexts(language);
  return {
    caption: words.scales[name],
    hasOffsets: brackets.some(({ offset }) => offset !== null),
    rows: brackets.map((bracket) => bracketRow(bracket, language)),
  };
}

/** A bracket is named by its rate; a rate that has changed says what it was. */
function bracketRow(bracket: BracketComparison, language: Language) {
  const { rateBefore } = yearsTexts(language);
  const { kind, before, after } = bracket.rate;
  const named = after ?? before ?? 0;
  return {
    label: rate(named, language),
    note: kind === 'changed' ? fill(rateBefore, { rate: rate(before ?? 0, language) }) : '',
    offset: bracket.offset && shownValue(bracket.offset.after, 'euros', language),
    ...shownComparison(bracket.from, language),
  };
}
