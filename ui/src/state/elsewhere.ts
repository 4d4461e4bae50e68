// The other places of a mention, before they are marked.

import type { OccurrenceView, TextRange } from '../host/bindings';
import type { Place } from '../text/editor';

export interface Elsewhere {
  /** The mention. */
  readonly span: number;
  readonly found: readonly OccurrenceView[];
  /** Those that a person refused, by number from 0. */
  readonly refused: ReadonlySet<number>;
  /** The one that the keys act on. */
  readonly at: number;
}

export const elsewhereOf = (span: number, found: readonly OccurrenceView[]): Elsewhere => ({
  span,
  found,
  refused: new Set(),
  at: 0,
});

/** Refuses a place, or takes it in again. */
export function toggled(elsewhere: Elsewhere, index: number): Elsewhere {
  if (!(index in elsewhere.found)) return elsewhere;
  const refused = new Set(elsewhere.refused);
  if (!refused.delete(index)) refused.add(index);
  return { ...elsewhere, refused, at: index };
}

export function stepped(elsewhere: Elsewhere, by: 1 | -1): Elsewhere {
  const count = elsewhere.found.length;
  return { ...elsewhere, at: (elsewhere.at + by + count) % count };
}

/** What would be marked. */
export const chosen = (elsewhere: Elsewhere): TextRange[] =>
  elsewhere.found.filter((_, index) => !elsewhere.refused.has(index)).map(({ range }) => range);

/** As the text outlines them. */
export function placesOf(elsewhere: Elsewhere | null): Place[] {
  return (elsewhere?.found ?? []).map(({ range }, index) => {
    const out = elsewhere?.refused.has(index) ?? false;
    const here = elsewhere?.at === index;
    return { ...range, state: here ? (out ? 'here-out' : 'here') : out ? 'out' : 'in' };
  });
}
