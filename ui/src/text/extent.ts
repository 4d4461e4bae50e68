/** Half-open, in UTF-16 units over the whole article. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Whether two extents share at least one unit. */
export function meets(a: Extent, b: Extent): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What both extents cover, or `null`. */
export function intersection(a: Extent, b: Extent): Extent | null {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : null;
}
