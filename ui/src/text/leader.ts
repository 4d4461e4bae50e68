import type { Rectangle } from './rectangles';

/** A corner of a leader, in CSS pixels from the scroller's content origin. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two rows stand on one line if their bottoms differ by no more than this. */
const SAME_LINE = 3;

/**
 * The line from a claim's rows to a target's first row: along one line's
 * bottom where they share it, else along the claim's line bottom to the
 * gutter, along the gutter, and along the target's line bottom. Nothing where
 * the target lies inside the claim on one line.
 */
export function leader(claim: readonly Rectangle[], target: Rectangle, gutter: number): Point[] {
  const shared = claim.filter((row) => Math.abs(row.bottom - target.bottom) <= SAME_LINE);
  if (shared.length > 0) return along(shared, target);
  const from = nearest(claim, target);
  if (!from) return [];
  return [
    { x: sideNearest(from, gutter), y: from.bottom },
    { x: gutter, y: from.bottom },
    { x: gutter, y: target.bottom },
    { x: sideNearest(target, gutter), y: target.bottom },
  ];
}

function along(rows: readonly Rectangle[], target: Rectangle): Point[] {
  const gaps = rows.map((row) =>
    row.left >= target.right
      ? { from: row.left, to: target.right }
      : target.left >= row.right
        ? { from: row.right, to: target.left }
        : null,
  );
  if (gaps.includes(null)) return [];
  const [closest] = gaps
    .filter((gap) => gap !== null)
    .sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  if (!closest) return [];
  return [
    { x: closest.from, y: target.bottom },
    { x: closest.to, y: target.bottom },
  ];
}

function nearest(rows: readonly Rectangle[], target: Rectangle): Rectangle | undefined {
  return [...rows].sort((a, b) => Math.abs(a.bottom - target.bottom) - Math.abs(b.bottom - target.bottom))[0];
}

function sideNearest(rectangle: Rectangle, x: number): number {
  return Math.abs(rectangle.left - x) < Math.abs(rectangle.right - x) ? rectangle.left : rectangle.right;
}

/** Where a target lies that the window does not show: above, below, or `null` if it shows it. */
export function outOfView(
  target: { readonly top: number; readonly bottom: number },
  view: { readonly top: number; readonly bottom: number },
): 'above' | 'below' | null {
  if (target.bottom <= view.top) return 'above';
  if (target.top >= view.bottom) return 'below';
  return null;
}
