import { excerpt, limits } from '../http/limits.ts';
import { isNestedDeeper } from '../http/nesting.ts';
import { duplicateMember } from './json-members.ts';

/** A value, or the issue of a text: `is not JSON: …`. */
type JsonReading = { readonly value: unknown } | { readonly issue: string };

/** Reads a JSON text without repeated members, and not nested too deep to process. */
export function readJson(text: string): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { issue: `is not JSON: ${excerpt((error as Error).message)}` };
  }
  if (isNestedDeeper(value, limits.nesting))
    return { issue: `is nested more than ${limits.nesting} levels deep` };
  const twice = duplicateMember(text, value);
  return twice === null ? { value } : { issue: `has the member ${excerpt(JSON.stringify(twice))} twice` };
}
