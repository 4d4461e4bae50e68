import { type Extent, meets } from './extent';

/** A stretch of text that every given extent covers whole or not at all. */
export interface Segment extends Extent {
  /** Positions of the covering extents in the list they came in. */
  readonly covering: readonly number[];
}

/**
 * Cuts a piece of text at every start and end that falls into it. Segments
 * that nothing covers are left out.
 */
export function segments(piece: Extent, extents: readonly Extent[]): Segment[] {
  const here: number[] = [];
  const cuts = new Set<number>();
  extents.forEach((extent, at) => {
    if (!meets(extent, piece)) return;
    here.push(at);
    cuts.add(Math.max(extent.start, piece.start));
    cuts.add(Math.min(extent.end, piece.end));
  });
  const places = [...cuts].sort((a, b) => a - b);
  const result: Segment[] = [];
  places.forEach((start, at) => {
    const end = places[at + 1];
    if (end === undefined) return;
    const covering = here.filter((index) => {
      const extent = extents[index];
      return extent !== undefined && extent.start <= start && extent.end >= end;
    });
    if (covering.length > 0) result.push({ start, end, covering });
  });
  return result;
}
