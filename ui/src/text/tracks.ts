import type { Extent } from './extent';

/**
 * Gives each extent the lowest track on which it overlaps nothing before it
 * (greedy interval colouring). Extents come sorted by start, longer first.
 */
export function tracks(extents: Iterable<Extent>): number[] {
  const ends: number[] = [];
  const result: number[] = [];
  for (const { start, end } of extents) {
    let track = ends.findIndex((occupied) => occupied <= start);
    if (track < 0) track = ends.length;
    ends[track] = end;
    result.push(track);
  }
  return result;
}
