/** The figures of a picture as a table. */
export interface PictureTable {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

/** The parts of every picture: words for those who do not see it, and its figures. */
export interface PictureView {
  readonly title: string;
  readonly description: string;
  readonly table: PictureTable;
}

/** The width in which pictures are drawn; the style sheet sets their size on the page. */
export const WIDTH = 560;

/** A coordinate: a tenth of a unit is less than a pixel. */
export function coordinate(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The next round number from `value` up: 1, 2, 2.5 or 5 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= value) ?? 10;
  return factor * power;
}
