import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import table from '../../build/rooms.json' with { type: 'json' };

const page = readFileSync('docs/architecture.md', 'utf8');
const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const [, picture = ''] = /```mermaid\n([\s\S]*?)```/.exec(page) ?? [];

/** Where a path of these documents may start: sources are named without `src/` too. */
const STARTS = ['', 'src/'];

it.each([
  ['docs/architecture.md', page],
  ['CONTRIBUTING.md', guide],
])('every file that %s names is there', (_name, text) => {
  const named = [
    ...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:ts|json|cjs|yaml|md|mustache|css)))`/g),
  ].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(3);
  const missing = named.filter((path) => !STARTS.some((start) => existsSync(start + path)));
  expect(missing.filter((path) => path.includes('/'))).toEqual([]);
});

it('the picture has every room, and no arrow that the rules forbid', () => {
  const rooms = Object.keys(table);
  const byName = new Map(rooms.map((room) => [room.replace('web/', ''), room]));
  const knows = (room: string): readonly string[] => table[room as keyof typeof table]?.knows ?? [];
  const arrows = [...picture.matchAll(/^\s*(\w+)(?:\[.*?\])? --> (\w+)/gm)].map(([, from = '', to = '']) => ({
    from,
    to,
  }));
  expect([...byName.keys()].filter((room) => !picture.includes(`${room}["`))).toEqual([]);
  const forbidden = arrows.filter(({ from, to }) => {
    if (from === 'main') return to !== 'cli';
    const parts =
      from === 'web' ? rooms.filter((room) => room.startsWith('web/')) : [byName.get(from) ?? from];
    return !parts.some((room) => knows(room).includes(byName.get(to) ?? to));
  });
  expect(arrows.length).toBeGreaterThan(20);
  expect(forbidden).toEqual([]);
});
