import { type Extent } from './extent';
import { Tracks } from './tracks';

/** How a span is drawn; `zone` is for labels that mark parts of the page. */
export type Shape = 'tint' | 'solid' | 'dotted' | 'wavy' | 'zone';

/** A span as the surface draws it. */
export interface DrawnSpan {
  readonly id: number;
  readonly label: string;
  readonly shape: Shape;
  /** Any CSS colour. */
  readonly colour: string;
  /** Sorted, disjoint, at least one. */
  readonly fragments: readonly Extent[];
  /** What its badge says: the number of a claim, a sign. */
  readonly number?: string;
}

/** One fragment, with what drawing needs to know of its span. */
export interface Fragment extends Extent {
  readonly span: DrawnSpan;
  /** 0 is the span's first fragment. */
  readonly index: number;
  /** Which of the stacked underlines it is, or how deep its tint lies. */
  readonly track: number;
}

/** Takes a fragment: of which span, its place among that span's from 0, where it lies, whether as a tint. */
export type TakeFragment = (id: number, index: number, start: number, end: number, tint: boolean) => void;

/** All spans of an article. An object is made of one only where it is drawn. */
export interface SpanSource {
  /** Shows each fragment once, in any order. */
  readonly fragments: (take: TakeFragment) => void;
  readonly drawn: (id: number) => DrawnSpan | undefined;
}

export const NO_SPANS: SpanSource = { fragments: () => undefined, drawn: () => undefined };

// A row for each fragment: start, end, span, place among the span's fragments,
// 1 for a tint, largest end below its node, track.
const WIDTH = 7;
const END = 1;
const SPAN = 2;
const INDEX = 3;
const TINT = 4;
const FURTHEST = 5;
const TRACK = 6;

/** So many more rows find room before all have to move. */
const SLACK = 256;
/** Objects kept of spans that were drawn: more than a window shows. */
const KEPT = 1000;

/**
 * All fragments of an article, sorted, with the largest end below each node of
 * an implicit balanced tree: what meets a stretch of text is found without
 * looking at the rest. They are numbers until they are found: a book has tens
 * of thousands.
 */
export class SpanIndex {
  private rows = new Int32Array(0);
  private count = 0;
  private source = NO_SPANS;
  /** What is no longer as the source has it; `null` is removed. */
  private readonly changed = new Map<number, DrawnSpan | null>();
  private readonly kept = new Map<number, DrawnSpan>();

  /** Replaces everything. */
  replace(source: SpanSource): void {
    this.source = source;
    this.changed.clear();
    this.kept.clear();
    const rows: number[] = [];
    source.fragments((id, index, start, end, tint) => rows.push(start, end, id, index, Number(tint), 0, 0));
    this.count = rows.length / WIDTH;
    this.rows = new Int32Array(rows.length + SLACK * WIDTH);
    this.rows.set(isSorted(rows) ? rows : sorted(rows));
    this.rebuild();
  }

  /** Takes over new and changed spans and forgets removed ones. */
  apply(changed: Iterable<DrawnSpan>, removed: Iterable<number>): void {
    this.kept.clear();
    const fresh = new Map<number, DrawnSpan>();
    for (const span of changed) fresh.set(span.id, span);
    const gone = new Set([...removed, ...fresh.keys()]);
    for (const id of gone) this.changed.set(id, fresh.get(id) ?? null);
    this.takeOut(gone);
    for (const { id, fragments, shape } of fresh.values()) {
      fragments.forEach(({ start, end }, index) => {
        this.putIn([start, end, id, index, Number(shape === 'tint'), 0, 0]);
      });
    }
    this.rebuild();
  }

  get(id: number): DrawnSpan | undefined {
    const changed = this.changed.get(id);
    if (changed !== undefined) return changed ?? undefined;
    const known = this.kept.get(id) ?? this.source.drawn(id);
    if (!known) return undefined;
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(id, known);
    return known;
  }

  /** Fragments that meet an extent, sorted by start, longer first. */
  meeting(extent: Extent): Fragment[] {
    const found: Fragment[] = [];
    this.collect(extent, 0, this.count, found);
    return found;
  }

  /** Spans with a fragment that holds the unit after `position`, the shortest first. */
  at(position: number): DrawnSpan[] {
    const found = this.meeting({ start: position, end: position + 1 });
    return [...new Map(found.map(({ span }) => [span.id, span])).values()].sort(
      (a, b) => length(a) - length(b),
    );
  }

  private collect(extent: Extent, low: number, high: number, found: Fragment[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if (this.number(middle, FURTHEST) <= extent.start) return;
    this.collect(extent, low, middle, found);
    if (this.number(middle) >= extent.end) return;
    if (this.number(middle, END) > extent.start) this.find(middle, found);
    this.collect(extent, middle + 1, high, found);
  }

  private find(row: number, found: Fragment[]): void {
    const span = this.get(this.number(row, SPAN));
    if (!span) return;
    found.push({
      start: this.number(row),
      end: this.number(row, END),
      span,
      index: this.number(row, INDEX),
      track: this.number(row, TRACK),
    });
  }

  private takeOut(gone: ReadonlySet<number>): void {
    let kept = 0;
    for (let row = 0; row < this.count; row += 1) {
      if (gone.has(this.number(row, SPAN))) continue;
      if (kept < row) this.rows.copyWithin(kept * WIDTH, row * WIDTH, (row + 1) * WIDTH);
      kept += 1;
    }
    this.count = kept;
  }

  private putIn(fragment: readonly number[]): void {
    if ((this.count + 1) * WIDTH > this.rows.length) {
      const rows = new Int32Array(this.rows.length + SLACK * WIDTH);
      rows.set(this.rows);
      this.rows = rows;
    }
    const at = this.placeOf(fragment) * WIDTH;
    this.rows.copyWithin(at + WIDTH, at, this.count * WIDTH);
    this.rows.set(fragment, at);
    this.count += 1;
  }

  /** Before the first row that comes after it. */
  private placeOf([start = 0, end = 0]: readonly number[]): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const after = this.number(middle) - start || end - this.number(middle, END);
      if (after <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private rebuild(): void {
    this.measure(0, this.count);
    const tints = new Tracks();
    const underlines = new Tracks();
    for (let row = 0; row < this.count; row += 1) {
      const tracks = this.number(row, TINT) === 1 ? tints : underlines;
      this.rows[row * WIDTH + TRACK] = tracks.place(this.number(row), this.number(row, END));
    }
  }

  private measure(low: number, high: number): number {
    if (low >= high) return 0;
    const middle = (low + high) >> 1;
    const furthest = Math.max(
      this.number(middle, END),
      this.measure(low, middle),
      this.measure(middle + 1, high),
    );
    this.rows[middle * WIDTH + FURTHEST] = furthest;
    return furthest;
  }

  /** A number of a row; without a column where the fragment starts. */
  private number(row: number, column = 0): number {
    return this.rows[row * WIDTH + column] ?? 0;
  }
}

/** Units from a span's first to its last. */
export function length(span: DrawnSpan): number {
  return span.fragments.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Text order of rows that begin at two places of a list. */
function byPlace(rows: readonly number[], a: number, b: number): number {
  return (rows[a] ?? 0) - (rows[b] ?? 0) || (rows[b + END] ?? 0) - (rows[a + END] ?? 0);
}

function isSorted(rows: readonly number[]): boolean {
  for (let at = WIDTH; at < rows.length; at += WIDTH) if (byPlace(rows, at - WIDTH, at) > 0) return false;
  return true;
}

function sorted(rows: readonly number[]): number[] {
  const order = Array.from({ length: rows.length / WIDTH }, (_, row) => row * WIDTH);
  order.sort((a, b) => byPlace(rows, a, b));
  return order.flatMap((at) => rows.slice(at, at + WIDTH));
}
