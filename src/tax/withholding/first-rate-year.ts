/** The first income year whose rules are established. */
export const FIRST_RATE_YEAR = 2020;
