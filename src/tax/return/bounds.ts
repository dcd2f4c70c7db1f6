/** Upper bounds (decision D21). The official method is exact up to them (`official/exact.ts`). */
export const MAX_INCOME = 1_000_000_000;
export const MAX_CHILDREN = 30;
