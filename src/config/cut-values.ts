import { isPathName } from './backslashes.ts';
import type { ConfigNotice } from './config-issues.ts';
import { shownKey } from './shown-value.ts';
import type { YamlSource } from './yaml-source.ts';

/** The end of a secret is not shown, so each `#` after it is reported. */
const SECRET = 'password';
/** Settings whose text may well contain a `#`; after other values it begins a comment. */
const FREE_TEXTS: ReadonlySet<string> = new Set(['name', 'user', 'login', 'subject']);

/** Reports texts that YAML ends before a ` #` which may belong to them: `password: abc #def` is `abc`. */
export function cutValues(file: string, data: unknown, source: YamlSource): readonly ConfigNotice[] {
  return textsInside(data, []).flatMap(({ path, text }): ConfigNotice[] => {
    const comment = source.commentBehind(path);
    const name = String(path.at(-1));
    if (comment === null || !mayGoOn(name, comment)) return [];
    const { line } = source.valuePlace(path);
    const value = name === SECRET ? null : text;
    return [{ code: 'cutValue', file, line, key: shownKey(path) ?? '', value }];
  });
}

/** A `#` followed by a space is a comment, except after a secret. */
function mayGoOn(name: string, comment: string): boolean {
  if (name === SECRET) return true;
  return (FREE_TEXTS.has(name) || isPathName(name)) && /^#\S/.test(comment);
}

interface TextAt {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

function textsInside(value: unknown, path: readonly PropertyKey[]): TextAt[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsInside(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsInside(inner, [...path, key]));
}
