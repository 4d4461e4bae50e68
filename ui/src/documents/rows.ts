// Which rows of a long list are in the page. Rows are of one height.

export interface Shown {
  readonly first: number;
  readonly end: number;
}

/** Rows in view and one view further on either side. */
export function rowsInView(count: number, row: number, top: number, height: number): Shown {
  const first = Math.max(0, Math.floor((top - height) / row));
  const end = Math.min(count, Math.ceil((top + 2 * height) / row));
  return { first: Math.min(first, end), end };
}

/** How far to scroll so that a row is in view; where it is already, stay. */
export function scrollFor(index: number, row: number, top: number, height: number): number {
  const start = index * row;
  if (start < top) return start;
  return start + row > top + height ? start + row - height : top;
}
