/** What stands between the cells of a line, in the order of preference. */
export const SEPARATORS = [';', '\t', ','] as const;

export type Separator = (typeof SEPARATORS)[number];
