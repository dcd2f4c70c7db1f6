/** Upper bounds of what a request may carry (decision D21). They are named in the messages that refuse more. */
export const limits = {
  /** Households of one bulk request. */
  households: 10_000,
  /** Lists and objects inside each other in a bulk request; a list of households has two. */
  nesting: 10,
  formBytes: 16 * 1024,
  bulkBytes: 4 * 1024 * 1024,
  /** All bodies that are being read or used at one time; half of it is for those who have shown who they are. */
  bodiesBytes: 64 * 1024 * 1024,
  /** Batches of the API at one time, of one caller and of all. They take turns, a chunk each. */
  batches: { ofOne: 16, inAll: 64 },
  /** Requests a minute of an address for calculations on the pages of a public server, without signing in. */
  strangerRequests: 600,
  /** Characters of a simulation's name. */
  nameCharacters: 80,
  /** Characters of a refused value that are shown again. */
  shownCharacters: 200,
} as const;

/** A refused value as a message shows it: never longer than a person reads. */
export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length <= limits.shownCharacters
    ? text
    : `${text.slice(0, limits.shownCharacters).toWellFormed()}…`;
}
