import { dayName } from '../format.ts';
import type { CalculationPage, PageContext } from '../page.ts';
import { sharedPath } from '../shared-link.ts';
import { fill, textsIn } from '../texts/page-texts.ts';
import { shareTexts } from '../texts/share-texts.ts';
import type { Computed } from './computed.ts';
import { householdName } from './household-name.ts';

/** The ways to share a calculation: a link that contains it, and paper. */
export function shareView({ household, year }: Computed, { language, origin, pageUrl }: PageContext) {
  const words = shareTexts(language);
  const url = `${origin}${pageUrl(sharedPath(household, year.incomeYear))}`;
  const subject = fill(words.subject, { household: householdName(household, year.incomeYear, language) });
  const mail = { subject, body: fill(words.body, { url }) };
  return { words, url, mailUrl: `mailto:?${mailQuery(mail)}` };
}

/** Mail programs do not decode `+`. */
function mailQuery(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
}

/** The date and place of the calculation, for paper. */
export function printedOn({ language, today, origin }: PageContext): string {
  return fill(shareTexts(language).printed, {
    date: dayName(today, language),
    host: origin.replace(/^https?:\/\//, ''),
  });
}

/** The text for a calculation from a link; null for any other. */
export function openedLinkView({ link, calculated }: CalculationPage, { language, user }: PageContext) {
  if (!link) return null;
  const words = shareTexts(language);
  const { submit } = textsIn(language);
  const opened = user === null ? words.openedByStranger : fill(words.opened, { button: submit });
  const names = link.leftOut.join(', ');
  return {
    lines: [
      calculated === null ? words.openedFaulty : opened,
      ...(names === '' ? [] : [fill(words.leftOut, { names })]),
    ],
  };
}
