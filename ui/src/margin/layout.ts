// Where cards stand: the active one at its claim, the others pushed away from
// it, upwards above and downwards below. Pure.

export interface Standing {
  readonly id: number;
  /** Where its claim is. */
  readonly anchor: number;
  readonly height: number;
}

/**
 * Tops by id. `cards` are in text order; `gap` is kept between them. Without
 * an active card among them all are pushed down from the first. Nothing
 * stands above 0: there the cards push each other down again.
 */
export function placeCards(
  cards: readonly Standing[],
  active: number | null,
  gap: number,
): Map<number, number> {
  const tops: number[] = cards.map((card) => card.anchor);
  const fixed = cards.findIndex((card) => card.id === active);
  for (let at = fixed - 1; at >= 0; at -= 1) {
    const room = (tops[at + 1] ?? 0) - gap - (cards[at]?.height ?? 0);
    tops[at] = Math.min(tops[at] ?? 0, room);
  }
  let free = 0;
  for (let at = 0; at < cards.length; at += 1) {
    tops[at] = Math.max(tops[at] ?? 0, free);
    free = (tops[at] ?? 0) + (cards[at]?.height ?? 0) + gap;
  }
  return new Map(cards.map((card, at) => [card.id, tops[at] ?? 0]));
}

/**
 * How far an open card moves up so that all of it is seen: only where its
 * claim is, and not beyond the top of what the window shows.
 */
export function lift(
  anchor: number,
  height: number,
  window: { readonly top: number; readonly bottom: number },
  gap: number,
): number {
  if (anchor < window.top || anchor >= window.bottom) return 0;
  return Math.max(0, Math.min(anchor + height + gap - window.bottom, anchor - window.top - gap));
}

/** First and one past the last index of sorted anchors within a stretch. */
export function within(
  count: number,
  anchor: (index: number) => number,
  from: number,
  to: number,
): { first: number; end: number } {
  const search = (bound: number) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchor(middle) < bound) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { first: search(from), end: search(to) };
}

/**
 * Which elements show which card: its own again, else those of a card that is
 * no longer shown. Made anew for each card they would pile up in memory while
 * a book is scrolled. Those of `open` keep a person's work, so that no other
 * card gets them. Numbers from 0, by id.
 */
export function places(
  shown: readonly number[],
  before: ReadonlyMap<number, number>,
  open: number | null,
): Map<number, number> {
  const now = new Set(shown);
  const free = [...before].filter(([id]) => !now.has(id) && id !== open).map(([, place]) => place);
  let unused = Math.max(-1, ...before.values()) + 1;
  return new Map(shown.map((id) => [id, before.get(id) ?? free.pop() ?? unused++]));
}
