import type { Extent } from './extent';

/**
 * Gives each extent the lowest track on which it overlaps nothing before it
 * (greedy interval colouring). Extents come sorted by start, longer first.
 */
export class Tracks {
  private readonly ends: number[] = [];

  /** The track of the next extent. */
  place(start: number, end: number): number {
    let track = 0;
    while ((this.ends[track] ?? 0) > start) track++;
    this.ends[track] = end;
    return track;
  }
}

/** Tracks of a whole list. */
export function tracks(extents: readonly Extent[]): number[] {
  const placed = new Tracks();
  return extents.map(({ start, end }) => placed.place(start, end));
}
