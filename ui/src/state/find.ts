// What is looked for in the article on screen.

import type { TextRange } from '../host/bindings';

export interface Find {
  readonly query: string;
  readonly ranges: readonly TextRange[];
  /** More than are listed, where there are very many. */
  readonly total: number;
  /** The one gone to; -1 while nothing is found. */
  readonly at: number;
  /** Where the caret was: the first one gone to lies behind it. */
  readonly from: number;
  /** Counts up when it is asked for again, so that the field gets the focus. */
  readonly asked: number;
}

/** The first place from a position on, else the first of all; -1 without any. */
export function nearest(ranges: readonly TextRange[], from: number): number {
  const behind = ranges.findIndex((range) => range.start >= from);
  return behind >= 0 ? behind : Math.min(0, ranges.length - 1);
}

/** The next or previous place, round and round. */
export function further(find: Find, by: 1 | -1): Find {
  const count = find.ranges.length;
  return count === 0 ? find : { ...find, at: (find.at + by + count) % count };
}
