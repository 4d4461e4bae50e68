// Spans that a test has as objects, for a surface that asks for them one by one.

import type { DrawnSpan, SpanSource } from './spans';

export const listed = (spans: Iterable<DrawnSpan>): SpanSource =>
  mapped(new Map([...spans].map((span) => [span.id, span])));

/** By id; a test may change them. */
export const mapped = (byId: ReadonlyMap<number, DrawnSpan>): SpanSource => ({
  fragments(take) {
    for (const { id, fragments, shape } of byId.values()) {
      fragments.forEach(({ start, end }, index) => take(id, index, start, end, shape === 'tint'));
    }
  },
  drawn: (id) => byId.get(id),
});
