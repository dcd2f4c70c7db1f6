/** The fields of the two pays of a month. */
export const PAY_FIELDS = ['paie_1', 'paie_2'] as const;

/** The field of the place of the neutral rate. */
export const TERRITORY_FIELD = 'territoire';
