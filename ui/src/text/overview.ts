// The whole article as one narrow strip: where its claims lie, and how they
// are drawn there. Pure; lengths are CSS pixels, y from the strip's top.

/** How wide the strip is. */
export const WIDTH = 12;
/** Claims nearer to each other than this share one tick. */
const STEP = 3;
const CENTRE = WIDTH / 2;

/** A claim, as far as the strip shows it. */
export interface Marked {
  readonly id: number;
  /** Any CSS colour. */
  readonly colour: string;
  readonly unfinished: boolean;
  /** Unsure, or with a question. */
  readonly flagged: boolean;
}

/** Claims that stand at one height. */
export interface Tick {
  /** Its upper edge. */
  readonly y: number;
  /** The first of its claims. */
  readonly id: number;
  readonly colour: string;
  /** Holds of one of its claims at least. */
  readonly unfinished: boolean;
  readonly flagged: boolean;
}

/** Where a height of the article (as its scroller counts) lies on a strip. */
export const scaled = (height: number, whole: number, strip: number): number =>
  whole > 0 ? Math.max(0, Math.min(1, height / whole)) * strip : 0;

/**
 * Ticks from top to bottom. `height` answers where a claim stands on the strip;
 * it is asked a few times a tick, however many claims there are, so claims come
 * in text order.
 */
export function ticks(claims: readonly Marked[], height: (index: number) => number): Tick[] {
  const found: Tick[] = [];
  for (let index = 0; index < claims.length;) {
    const step = Math.floor(height(index) / STEP);
    const end = firstFrom(claims.length, index + 1, (at) => Math.floor(height(at) / STEP) > step);
    const first = claims[index];
    if (!first) break;
    let { unfinished, flagged } = first;
    for (let at = index + 1; at < end; at += 1) {
      unfinished ||= claims[at]?.unfinished ?? false;
      flagged ||= claims[at]?.flagged ?? false;
    }
    found.push({ y: step * STEP, id: first.id, colour: first.colour, unfinished, flagged });
    index = end;
  }
  return found;
}

/** The first index from `start` that is beyond, looked for in growing strides: most are near. */
function firstFrom(count: number, start: number, beyond: (index: number) => boolean): number {
  let low = start;
  let stride = 1;
  while (low + stride <= count && !beyond(low + stride - 1)) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(count, low + stride - 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beyond(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The outline of a tick as an SVG path: a bar; broken where something is
 * unfinished; with a diamond in it where one is flagged. Colour tells nothing
 * that the form does not.
 */
export function outline({ y, unfinished, flagged }: Pick<Tick, 'y' | 'unfinished' | 'flagged'>): string {
  const bar = (from: number, to: number): string => `M${from} ${y}h${to - from}v2h${from - to}z`;
  const diamond = `M${CENTRE} ${y - 2}l3 3l-3 3l-3 -3z`;
  if (flagged) return (unfinished ? bar(0, 2) + bar(WIDTH - 2, WIDTH) : bar(1, WIDTH - 1)) + diamond;
  return unfinished ? bar(2, 5) + bar(WIDTH - 5, WIDTH - 2) : bar(2, WIDTH - 2);
}

/** The active claim's mark: a point from either side, which leaves its tick to be seen. */
export function activeOutline(y: number): string {
  const top = Math.floor(y / STEP) * STEP - 3;
  return `M0 ${top}l4 4l-4 4zM${WIDTH} ${top}l-4 4l4 4z`;
}

/** One path a colour, so that 10,000 claims are a handful of elements. */
export function paths(shown: readonly Tick[]): { colour: string; outline: string }[] {
  const byColour = new Map<string, string>();
  for (const tick of shown) byColour.set(tick.colour, (byColour.get(tick.colour) ?? '') + outline(tick));
  return [...byColour].map(([colour, outline]) => ({ colour, outline }));
}

/** The tick at a height of the strip, or the nearest within a few pixels of it. */
export function tickAt(shown: readonly Tick[], y: number): Tick | null {
  let nearest: Tick | null = null;
  let distance = STEP + 1;
  for (const tick of shown) {
    const away = Math.abs(tick.y + 1 - y);
    if (away < distance) [nearest, distance] = [tick, away];
  }
  return nearest;
}
