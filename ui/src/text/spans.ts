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
  track: number;
}

const byPlace = (a: Extent, b: Extent): number => a.start - b.start || b.end - a.end;

function fragmentsOf(spans: Iterable<DrawnSpan>): Fragment[] {
  const fragments: Fragment[] = [];
  for (const span of spans) {
    let index = 0;
    for (const { start, end } of span.fragments)
      fragments.push({ start, end, span, index: index++, track: 0 });
  }
  return fragments.sort(byPlace);
}

/**
 * All fragments of an article, sorted, with the largest end below each node of
 * an implicit balanced tree: what meets a stretch of text is found without
 * looking at the rest.
 */
export class SpanIndex {
  private readonly byId = new Map<number, DrawnSpan>();
  private fragments: Fragment[] = [];
  private furthest = new Float64Array(0);

  /** Replaces everything. */
  replace(spans: Iterable<DrawnSpan>): void {
    this.byId.clear();
    for (const span of spans) this.byId.set(span.id, span);
    this.fragments = fragmentsOf(this.byId.values());
    this.rebuild();
  }

  /** Takes over new and changed spans and forgets removed ones. */
  apply(changed: Iterable<DrawnSpan>, removed: Iterable<number>): void {
    const fresh = new Map<number, DrawnSpan>();
    for (const span of changed) fresh.set(span.id, span);
    const gone = new Set([...removed, ...fresh.keys()]);
    for (const id of gone) this.byId.delete(id);
    for (const span of fresh.values()) this.byId.set(span.id, span);
    this.fragments = merge(
      this.fragments.filter((fragment) => !gone.has(fragment.span.id)),
      fragmentsOf(fresh.values()),
    );
    this.rebuild();
  }

  get(id: number): DrawnSpan | undefined {
    return this.byId.get(id);
  }

  get size(): number {
    return this.byId.size;
  }

  /** Fragments that meet an extent, sorted by start, longer first. */
  meeting(extent: Extent): Fragment[] {
    const found: Fragment[] = [];
    this.collect(extent, 0, this.fragments.length, found);
    return found;
  }

  /** Spans with a fragment that holds the unit after `position`, the shortest first. */
  at(position: number): DrawnSpan[] {
    const found = this.meeting({ start: position, end: position + 1 });
    return [...new Set(found.map((fragment) => fragment.span))].sort((a, b) => length(a) - length(b));
  }

  private collect(extent: Extent, low: number, high: number, found: Fragment[]): void {
    if (low >= high) return;
    const middle = (low + high) >> 1;
    if ((this.furthest[middle] ?? 0) <= extent.start) return;
    this.collect(extent, low, middle, found);
    const fragment = this.fragments[middle];
    if (!fragment || fragment.start >= extent.end) return;
    if (fragment.end > extent.start) found.push(fragment);
    this.collect(extent, middle + 1, high, found);
  }

  private rebuild(): void {
    this.furthest = new Float64Array(this.fragments.length);
    this.measure(0, this.fragments.length);
    const tints = new Tracks();
    const underlines = new Tracks();
    for (const fragment of this.fragments) {
      fragment.track = (fragment.span.shape === 'tint' ? tints : underlines).place(fragment);
    }
  }

  private measure(low: number, high: number): number {
    if (low >= high) return 0;
    const middle = (low + high) >> 1;
    const furthest = Math.max(
      this.fragments[middle]?.end ?? 0,
      this.measure(low, middle),
      this.measure(middle + 1, high),
    );
    this.furthest[middle] = furthest;
    return furthest;
  }
}

/** Units from a span's first to its last. */
export function length(span: DrawnSpan): number {
  return span.fragments.reduce((sum, { start, end }) => sum + end - start, 0);
}

function merge(kept: Fragment[], fresh: Fragment[]): Fragment[] {
  const merged: Fragment[] = [];
  let next = 0;
  for (const fragment of kept) {
    for (let one = fresh[next]; one && byPlace(one, fragment) < 0; one = fresh[++next]) merged.push(one);
    merged.push(fragment);
  }
  for (const one of fresh.slice(next)) merged.push(one);
  return merged;
}
