import { type ConfigIssue, explain } from './config-issues.ts';
import { isSection, type RawSection } from './raw-data.ts';
import { settingsInside } from './settings.ts';

/** Settings that are lists of sections. */
const LISTS = ['users', 'api_tokens'] as const;

/** Turns a section into a list with one item where a list is expected, so that the issues inside are found too. */
export function asLists(data: RawSection): { readonly data: RawSection; readonly issues: ConfigIssue[] } {
  const single = LISTS.filter((list) => isItem(data[list], settingsInside(list)));
  return {
    data: { ...data, ...Object.fromEntries(single.map((list) => [list, [data[list]]])) },
    issues: single.map((list) => ({
      path: [list],
      on: 'value',
      explanation: explain('listExpected', { setting: list, keys: settingsInside(list) }),
    })),
  };
}

function isItem(value: unknown, keys: readonly string[]): boolean {
  return isSection(value) && keys.some((key) => Object.hasOwn(value, key));
}
