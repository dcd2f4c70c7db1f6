/** A JSON text and, when it names a member, the colon after it. One that does not end is taken whole, not tried again. */
const TEXTS = /"(?:[^"\\]|\\.)*"?(\s*:)?/g;

/**
 * A member that occurs twice in an object: `JSON.parse` keeps the last one, other readers the first, so the intention is
 * unknown (RFC 8259 §4). Null when all occur once, which is found out by counting.
 *
 * @param value result of `JSON.parse` for the text
 */
export function duplicateMember(text: string, value: unknown): string | null {
  const members = countMembers(value);
  // Each member has a colon: with as many colons as members, none occurs twice.
  if (countColons(text) === members) return null;
  let written = 0;
  for (const [, colon] of text.matchAll(TEXTS)) if (colon !== undefined) written += 1;
  return written === members ? null : firstDuplicate(text);
}

function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count += 1;
  return count;
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const each of value) count += countMembers(each);
  else for (const name in value) count += 1 + countMembers(value[name as keyof typeof value]);
  return count;
}

/** Text, colon or bracket: enough to find the object of a member. */
const TOKENS = /("(?:[^"\\]|\\.)*"?)(\s*:)?|([{[])|([}\]])/g;

function firstDuplicate(text: string): string | null {
  const open: Set<string>[] = [];
  for (const [, name, colon, opening, closing] of text.matchAll(TOKENS)) {
    if (opening !== undefined) open.push(new Set());
    else if (closing !== undefined) open.pop();
    else if (name !== undefined && colon !== undefined) {
      const member = JSON.parse(name) as string;
      const members = open.at(-1);
      if (members?.has(member)) return member;
      members?.add(member);
    }
  }
  return null;
}
