import { Direction, type EditorView } from '@codemirror/view';
import { type DrawnBadge, placeBadges } from './badges';
import type { Mark } from './drawing';
import type { Extent } from './extent';
import { foldedIn } from './folding';
import { leader } from './leader';
import { BoxMarker, LeaderMarker, type LeaderLine } from './markers';
import { type LinePlace, type Meter, type Metrics, origin } from './meter';
import { joined, type Rectangle, toDevicePixels } from './rectangles';
import { segments } from './segments';
import type { DrawnSpan, Fragment, SpanIndex } from './spans';

/** What decides how spans are drawn, besides themselves. */
export interface Emphasis {
  /** The current span, which is outlined. */
  readonly current: number | null;
  /** The active claim, which stands out while the rest is dimmed. */
  readonly active: number | null;
  /** Spans the active claim's links point to: leaders lead to them. */
  readonly targets: readonly number[];
  /** Spans lit because their entity has the focus. */
  readonly lit: ReadonlySet<number>;
  /** Spans not drawn. */
  readonly hidden: ReadonlySet<number>;
}

/** A fragment's rows as drawn, for clicks, cards and leaders. */
export interface DrawnFragment {
  readonly fragment: Fragment;
  readonly rows: readonly Rectangle[];
}

/** One complete drawing of what is near the window. */
export interface Painting {
  readonly markers: readonly Mark[];
  readonly fragments: readonly DrawnFragment[];
  readonly badges: readonly DrawnBadge[];
}

const UNDERLINE_STEP = 3;
const UNDERLINE_TRACKS = 4;

/** Draws what meets the visible text. Reads the layout: only for the measure phase. */
export function paint(view: EditorView, meter: Meter, index: SpanIndex, emphasis: Emphasis): Painting {
  const metrics = meter.begin(view);
  const fragments = measureFragments(view, index, emphasis.hidden, meter, metrics.ratio);
  const markers: Mark[] = [];
  for (const { fragment, rows } of fragments) drawFragment(markers, fragment, rows, emphasis, metrics);
  for (const { fragment, rows } of fragments) {
    const { span } = fragment;
    if (span.id !== emphasis.current) continue;
    for (const row of rows) markers.push(new BoxMarker(row, 'postil-outline', span.id, span.colour));
  }
  const badges = placeBadges(view, fragments, meter, metrics);
  for (const { span, rectangle, leftward, text } of badges) {
    const className = classes('postil-badge', span, emphasis) + (leftward ? ' is-leftward' : '');
    markers.push(new BoxMarker(rectangle, className, span.id, span.colour, text));
  }
  const lines = leaders(view, index, fragments, emphasis);
  if (lines.length > 0) markers.push(new LeaderMarker(lines));
  return { markers, fragments, badges };
}

/** Pieces of lines whose text is in the DOM. */
function visiblePieces(view: EditorView): { piece: Extent; line: LinePlace }[] {
  const pieces: { piece: Extent; line: LinePlace }[] = [];
  const folds = foldedIn(view.state);
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const fold = folds.find(({ start, end }) => start <= line.from && line.to <= end);
      if (fold) {
        at = fold.end + 1;
        continue;
      }
      const start = Math.max(from, line.from);
      const end = Math.min(to, line.to);
      if (start < end) pieces.push({ piece: { start, end }, line });
      at = line.to + 1;
    }
  }
  return pieces;
}

/** The rows of a stretch of text, as far as it is in the DOM. Only for the measure phase. */
export function rowsOf(view: EditorView, meter: Meter, stretch: Extent): Rectangle[] {
  const { ratio } = meter.begin(view);
  const rows = visiblePieces(view).flatMap(({ piece, line }) => {
    const start = Math.max(piece.start, stretch.start);
    const end = Math.min(piece.end, stretch.end);
    return start < end ? meter.rows(view, line, { start, end }) : [];
  });
  return joined(rows).map((row) => toDevicePixels(row, ratio));
}

function measureFragments(
  view: EditorView,
  index: SpanIndex,
  hidden: ReadonlySet<number>,
  meter: Meter,
  ratio: number,
): DrawnFragment[] {
  const { from, to } = view.viewport;
  const fragments = index.meeting({ start: from, end: to + 1 }).filter(({ span }) => !hidden.has(span.id));
  const rows: Rectangle[][] = fragments.map(() => []);
  for (const { piece, line } of visiblePieces(view)) {
    for (const segment of segments(piece, fragments)) {
      for (const row of meter.rows(view, line, segment)) {
        for (const at of segment.covering) rows[at]?.push(row);
      }
    }
  }
  return fragments.map((fragment, at) => ({
    fragment,
    rows: joined(rows[at] ?? []).map((row) => toDevicePixels(row, ratio)),
  }));
}

function classes(base: string, span: DrawnSpan, emphasis: Emphasis): string {
  let result = base;
  if (emphasis.lit.has(span.id)) result += ' is-lit';
  if (emphasis.active === null) return result;
  if (span.id === emphasis.active) return `${result} is-active`;
  if (emphasis.targets.includes(span.id)) return `${result} is-target`;
  return span.id === emphasis.current ? result : `${result} is-dimmed`;
}

function drawFragment(
  markers: Mark[],
  fragment: Fragment,
  rows: readonly Rectangle[],
  emphasis: Emphasis,
  metrics: Metrics,
): void {
  const { span, track } = fragment;
  const className = classes(`postil-${span.shape}`, span, emphasis);
  for (const row of rows) {
    if (span.shape === 'tint' || span.shape === 'zone') {
      const nested = span.shape === 'tint' && track > 0 ? ' is-nested' : '';
      markers.push(new BoxMarker(row, className + nested, span.id, span.colour));
      continue;
    }
    if (emphasis.lit.has(span.id)) markers.push(new BoxMarker(row, 'postil-lit', span.id, span.colour));
    const top =
      (row.top + row.bottom) / 2 + metrics.fontSize * 0.56 + (track % UNDERLINE_TRACKS) * UNDERLINE_STEP;
    const line = { left: row.left, right: row.right, top, bottom: top + 2 };
    markers.push(new BoxMarker(toDevicePixels(line, metrics.ratio), className, span.id, span.colour));
  }
}

function leaders(
  view: EditorView,
  index: SpanIndex,
  drawn: readonly DrawnFragment[],
  emphasis: Emphasis,
): LeaderLine[] {
  if (emphasis.active === null || emphasis.targets.length === 0) return [];
  const claim = drawn
    .filter(({ fragment }) => fragment.span.id === emphasis.active)
    .flatMap(({ rows }) => rows);
  if (claim.length === 0) return [];
  const gutter = gutterOf(view);
  const lines: LeaderLine[] = [];
  emphasis.targets.forEach((target, lane) => {
    const span = index.get(target);
    if (!span) return;
    const x = gutter.x + gutter.outward * lane * 4;
    const own = drawn.find(({ fragment, rows }) => fragment.span.id === target && rows.length > 0);
    const place = own?.rows[0] ?? beyond(view, span, x);
    const points = leader(claim, place, x);
    if (points.length > 0) lines.push({ target, colour: span.colour, points });
  });
  return lines;
}

/** A target whose text is not in the DOM: a place on the gutter, as high as its line is estimated to be. */
function beyond(view: EditorView, span: DrawnSpan, x: number): Rectangle {
  const block = view.lineBlockAt(Math.min(span.fragments[0]?.start ?? 0, view.state.doc.length));
  const y = block.top + view.documentPadding.top;
  return { left: x, right: x, top: y, bottom: y };
}

/** Where leaders run up and down beside the text, and which way further lanes lie. */
export function gutterOf(view: EditorView): { x: number; outward: 1 | -1 } {
  const base = origin(view);
  const box = view.contentDOM.getBoundingClientRect();
  return view.textDirection === Direction.LTR
    ? { x: box.right - base.left - 20, outward: 1 }
    : { x: box.left - base.left + 20, outward: -1 };
}
