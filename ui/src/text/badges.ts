import { Direction, type EditorView } from '@codemirror/view';
import type { Meter, Metrics } from './meter';
import { type Rectangle, toDevicePixels } from './rectangles';
import type { DrawnSpan, Fragment } from './spans';

/** A badge as drawn: the number of a claim at the start of each of its fragments. */
export interface DrawnBadge {
  readonly span: DrawnSpan;
  readonly rectangle: Rectangle;
  /** It lies to the left of its start, where text runs to the left. */
  readonly leftward: boolean;
  readonly text: string;
}

/** Between badges that would cover each other, in CSS pixels. */
const GAP = 1;

/** The badges of fragments that are drawn. Reads the layout: only for the measure phase. */
export function placeBadges(
  view: EditorView,
  drawn: readonly { readonly fragment: Fragment; readonly rows: readonly Rectangle[] }[],
  meter: Meter,
  metrics: Metrics,
): DrawnBadge[] {
  const badges: DrawnBadge[] = [];
  for (const { fragment, rows } of drawn) {
    const { span, index, start } = fragment;
    // Folded, or not drawn yet.
    if (span.number === undefined || rows.length === 0) continue;
    const text = index === 0 ? span.number : '…';
    const placed = place(view, start, text, meter, metrics);
    if (placed) badges.push({ ...placed, span, text });
  }
  return sideBySide(badges).map((badge) => ({
    ...badge,
    rectangle: toDevicePixels(badge.rectangle, metrics.ratio),
  }));
}

function place(
  view: EditorView,
  start: number,
  text: string,
  meter: Meter,
  metrics: Metrics,
): Pick<DrawnBadge, 'rectangle' | 'leftward'> | null {
  if (!view.visibleRanges.some(({ from, to }) => from <= start && start < to)) return null;
  const line = view.state.doc.lineAt(start);
  const [box] = meter.rows(view, line, { start, end: start + 1 });
  if (!box) return null;
  const run = view.bidiSpans(line).find(({ to }) => start - line.from < to);
  const leftward = run ? run.dir === Direction.RTL : false;
  const edge = leftward ? box.right : box.left;
  const width = Math.round(metrics.fontSize * (0.42 + 0.34 * text.length));
  const height = Math.round(metrics.fontSize * 0.68);
  const top = box.top - Math.round(height * 0.42);
  const left = leftward ? edge - width : edge;
  return { leftward, rectangle: { left, right: left + width, top, bottom: top + height } };
}

/**
 * Moves badges on along their text until none covers one that was placed
 * before it; an outer claim's stays nearer to the start than an inner one's.
 * They come in text order, the longer first.
 */
export function sideBySide<B extends Pick<DrawnBadge, 'rectangle' | 'leftward'>>(badges: readonly B[]): B[] {
  const placed: B[] = [];
  for (const badge of badges) {
    let { rectangle } = badge;
    const width = rectangle.right - rectangle.left;
    const inTheWay = (): B | undefined => placed.find((other) => covers(other.rectangle, rectangle));
    for (let other = inTheWay(); other; other = inTheWay()) {
      const left = badge.leftward ? other.rectangle.left - GAP - width : other.rectangle.right + GAP;
      rectangle = { ...rectangle, left, right: left + width };
    }
    placed.push({ ...badge, rectangle });
  }
  return placed;
}

const covers = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
