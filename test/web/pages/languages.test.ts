import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/model/language.ts';
import { french as contractTexts } from '../../../src/web/messages/contract-texts.ts';
import { type MessageId, message } from '../../../src/web/messages/message.ts';
import { toPerson } from '../../../src/web/pages/message-words.ts';
import { renderPage } from '../../../src/web/pages/render.ts';
import { textsIn } from '../../../src/web/pages/texts/page-texts.ts';
import { fixtures } from './fixtures.ts';

/** Everything that the pages can say, by its place in the catalogues. */
const catalogues: Record<Language, Map<string, string>> = { fr: new Map(), en: new Map() };

function collect(language: Language, place: string, said: unknown): void {
  if (typeof said === 'string') catalogues[language].set(place, said);
  else if (typeof said === 'object' && said !== null)
    for (const [key, value] of Object.entries(said)) collect(language, `${place}.${key}`, value);
}

for (const language of LANGUAGES) collect(language, 'layout', textsIn(language));
for (const file of globSync('src/web/pages/texts/*.ts')) {
  const module = (await import(resolve(file))) as Record<string, unknown>;
  for (const [name, exported] of Object.entries(module)) {
    if (!name.endsWith('Texts') || typeof exported !== 'function') continue;
    for (const language of LANGUAGES) collect(language, name, exported(language));
  }
}

/** What one language says and the other does not; the parts of a text around its values. */
function ownTo(language: Language): string[] {
  const other = catalogues[language === 'fr' ? 'en' : 'fr'];
  const shared = new Set(other.values());
  return [...catalogues[language].values()]
    .filter((said) => !shared.has(said))
    .flatMap((said) => said.split(/\{\w+\}/))
    .map((part) => part.replace(/^[\s:([]+|[\s:.)\]]+$/g, ''))
    .filter((part) => part.length > 4);
}

/** The words of a page, and those that only assistive technology reads. */
function wordsOf(html: string): string {
  const attributes = [...html.matchAll(/(?:aria-label|placeholder|alt|title|data-label)="([^"]*)"/g)];
  const withoutSwitch = html.replace(/<form class="languages"[\s\S]*?<\/form>/, '');
  return [withoutSwitch.replace(/<[^>]*>/g, '|'), ...attributes.map(([, words]) => words)]
    .join('|')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function isSaid(words: string, part: string): boolean {
  if (!words.includes(part)) return false;
  const escaped = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'u').test(words);
}

it('the catalogues are found', () => {
  expect(ownTo('fr').length).toBeGreaterThan(100);
  expect(isSaid('|Valider|', 'Valider')).toBe(true);
  expect(isSaid('|Invalider|', 'Valider')).toBe(false);
});

describe.each([
  ['fr', 'en'],
  ['en', 'fr'],
] as const)('a page in %s says nothing in %s', (language, other) => {
  const foreign = ownTo(other);
  it.each(Object.entries(fixtures))('%s', (_name, { page, context }) => {
    const words = wordsOf(renderPage(page, { ...context, language }));
    expect(foreign.filter((part) => isSaid(words, part))).toEqual([]);
  });
});

it('the French pages have the apostrophe of the contract alone', () => {
  expect([...catalogues.fr.values()].filter((said) => said.includes('’'))).toEqual([]);
});

it.each(LANGUAGES)('no page in %s says what is meant for programs', (language) => {
  for (const id of Object.keys(contractTexts) as MessageId[]) {
    const words = toPerson(
      message(id, {
        seconds: 5,
        max: 16_384,
        value: 'x',
        cannot: 'yearWithoutReturn',
        reason: 'bad request',
      }),
      language,
    );
    expect(words).not.toMatch(/\[|\]|POST|paramètre|MyException|bad request/);
    expect(words, id).toMatch(/^[«“\p{Lu}\d{].*\.$/u);
    expect(words).not.toBe(contractTexts[id]);
  }
});
