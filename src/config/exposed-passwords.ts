import { statSync } from 'node:fs';
import type { ConfigNotice } from './config-issues.ts';
import { type RawSection, sectionOf } from './raw-data.ts';
import { SECTIONS_WITH_SECRET } from './secrets.ts';

const READABLE_BY_OTHERS = 0o004;

/** Reports a file with a password that everybody on the machine may read. On Windows the mode does not tell. */
export function exposedPasswords(file: string, data: RawSection): readonly ConfigNotice[] {
  const holdsPassword = SECTIONS_WITH_SECRET.some((section) =>
    Object.hasOwn(sectionOf(data, section), 'password'),
  );
  if (!holdsPassword || process.platform === 'win32') return [];
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  return mode & READABLE_BY_OTHERS ? [{ code: 'exposedPassword', file }] : [];
}
