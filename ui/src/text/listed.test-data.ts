// Spans that a test has as objects, for a surface that asks for them one by one.

import type { DrawnSpan, SpanSource } from './spans';

export function listed(spans: Iterable<DrawnSpan>): SpanSource {
  const byId = new Map([...spans].map((span) => [span.id, span]));
  return {
    fragments(take) {
      for (const { id, fragments, shape } of byId.values()) {
        fragments.forEach(({ start, end }, index) => take(id, index, start, end, shape === 'tint'));
      }
    },
    drawn: (id) => byId.get(id),
  };
}
