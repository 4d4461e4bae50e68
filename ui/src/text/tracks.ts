import type { Extent } from './extent';

/**
 * Gives each extent the lowest track on which it overlaps nothing before it
 * (greedy interval colouring). Extents come sorted by start, longer first.
 */
export class Tracks {
  private readonly ends: number[] = [];

  /** The track of the next extent. */
  place(extent: Extent): number {
    let track = 0;
    while ((this.ends[track] ?? 0) > extent.start) track++;
    this.ends[track] = extent.end;
    return track;
  }
}

/** Tracks of a whole list. */
export function tracks(extents: readonly Extent[]): number[] {
  const placed = new Tracks();
  return extents.map((extent) => placed.place(extent));
}
