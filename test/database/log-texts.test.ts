import { expect, it } from 'vitest';
import { logTexts } from '../../src/database/log-texts.ts';

it('a change of state is in one language, but for the reason', () => {
  const change = { from: 'available', to: 'unavailable', cause: new Error('gone') } as const;
  expect(logTexts.changed('database', change)).toEqual({
    fr: 'base de données : disponible → indisponible : gone',
    en: 'database: available → unavailable: gone',
  });
  expect(logTexts.changed('sessions', { from: 'unavailable', to: 'available', cause: null })).toEqual({
    fr: 'sessions : indisponible → disponible',
    en: 'sessions: unavailable → available',
  });
});

it('a line names what it is about in both languages', () => {
  const lines = [
    logTexts.using('database', 'SQLite a.db'),
    logTexts.waiting('sessions', 'Redis', 'refused'),
    logTexts.failed('database', 'why'),
    logTexts.restored('tbtranches.coeffn', 3, 13_913.7, 13_913.69),
    logTexts.years([2018, 2019]),
  ];
  for (const { fr, en } of lines) {
    expect(fr).toMatch(/^(base de données|sessions) : /);
    expect(en).toMatch(/^(database|sessions): /);
  }
});
