/** A rectangle in CSS pixels from the scroller's content origin. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A rectangle the browser gave for text, made as high as its row: `leading` is
 * how far text begins below its row's top.
 */
export function rowOf(rectangle: Rectangle, leading: number, lineHeight: number): Rectangle {
  const top = rectangle.top - leading;
  return { left: rectangle.left, right: rectangle.right, top, bottom: top + lineHeight };
}

/** Moves every edge to the nearest device pixel, so that neighbours touch without a seam. */
export function toDevicePixels(rectangle: Rectangle, ratio: number): Rectangle {
  const round = (value: number): number => Math.round(value * ratio) / ratio;
  return {
    left: round(rectangle.left),
    top: round(rectangle.top),
    right: round(rectangle.right),
    bottom: round(rectangle.bottom),
  };
}

/**
 * Joins rectangles of one line that touch or overlap; top to bottom, then
 * left to right.
 */
export function joined(rectangles: readonly Rectangle[], slack = 0.75): Rectangle[] {
  const sorted = [...rectangles].sort((a, b) =>
    sameRow(a, b) ? a.left - b.left : a.top - b.top || a.left - b.left,
  );
  const result: Rectangle[] = [];
  for (const rectangle of sorted) {
    const last = result.at(-1);
    if (last && sameRow(last, rectangle) && rectangle.left <= last.right + slack) {
      result[result.length - 1] = {
        left: Math.min(last.left, rectangle.left),
        top: Math.min(last.top, rectangle.top),
        right: Math.max(last.right, rectangle.right),
        bottom: Math.max(last.bottom, rectangle.bottom),
      };
    } else result.push(rectangle);
  }
  return result;
}

function sameRow(a: Rectangle, b: Rectangle): boolean {
  return (
    Math.abs((a.top + a.bottom - b.top - b.bottom) / 2) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2
  );
}

/** Whether a point lies in a rectangle. */
export function holds(rectangle: Rectangle, x: number, y: number): boolean {
  return x >= rectangle.left && x < rectangle.right && y >= rectangle.top && y < rectangle.bottom;
}
