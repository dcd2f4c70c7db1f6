/** Upper bounds of a request (decision D21). The messages of refusals name them. */
export const limits = {
  /** Households of one bulk request. */
  households: 10_000,
  /** Nested lists and objects in a bulk request; a list of households has two levels. */
  nesting: 10,
  formBytes: 16 * 1024,
  bulkBytes: 4 * 1024 * 1024,
  /** All bodies being read or used at one time; half of it is for clients that are identified. */
  bodiesBytes: 64 * 1024 * 1024,
  /** Simultaneous batches of the API, of one caller and of all. They take turns, one chunk each. */
  batches: { ofOne: 16, inAll: 64 },
  /** Calculations of one address in a minute, on the pages of a public server without signing in. */
  strangerRequests: 600,
  /** Characters of a simulation's name. */
  nameCharacters: 80,
  /** Characters of a refused value that a message repeats. */
  shownCharacters: 200,
} as const;

/** A refused value for a message: short enough to read. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length <= limits.shownCharacters
    ? text
    : `${text.slice(0, limits.shownCharacters).toWellFormed()}…`;
}
