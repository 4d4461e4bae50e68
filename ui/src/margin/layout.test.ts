import { describe, expect, it } from 'vitest';
import { lift, placeCards, places, within, type Standing } from './layout';

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function cards(next: () => number, count: number): Standing[] {
  const anchors = Array.from({ length: count }, () => Math.floor(next() * 2000)).sort((a, b) => a - b);
  return anchors.map((anchor, id) => ({ id, anchor, height: 20 + Math.floor(next() * 60) }));
}

describe('placeCards', () => {
  it('never lets cards overlap, leave their order or stand above the top', () => {
    const next = random(7);
    for (let round = 0; round < 300; round += 1) {
      const list = cards(next, Math.floor(next() * 30));
      const active = list.length > 0 && next() < 0.7 ? Math.floor(next() * list.length) : null;
      const tops = placeCards(list, active, 6);
      let free = 0;
      for (const card of list) {
        const top = tops.get(card.id) ?? -1;
        expect(top).toBeGreaterThanOrEqual(free);
        free = top + card.height + 6;
      }
    }
  });

  it('leaves the active card at its claim where there is room above', () => {
    const next = random(11);
    for (let round = 0; round < 300; round += 1) {
      const list = cards(next, 1 + Math.floor(next() * 30));
      const active = Math.floor(next() * list.length);
      const before = list.slice(0, active).reduce((sum, card) => sum + card.height + 6, 0);
      const card = list[active] as Standing;
      if (before > card.anchor) continue;
      expect(placeCards(list, card.id, 6).get(card.id)).toBe(card.anchor);
    }
  });

  it('pushes up what stands before the active card, and down what stands after', () => {
    const list = [
      { id: 1, anchor: 100, height: 30 },
      { id: 2, anchor: 100, height: 200 },
      { id: 3, anchor: 110, height: 30 },
    ];
    expect(Object.fromEntries(placeCards(list, 2, 5))).toEqual({ 1: 65, 2: 100, 3: 305 });
  });

  it('moves no card that has room', () => {
    const list = [
      { id: 1, anchor: 10, height: 30 },
      { id: 2, anchor: 400, height: 30 },
    ];
    expect(Object.fromEntries(placeCards(list, null, 5))).toEqual({ 1: 10, 2: 400 });
  });
});

describe('within', () => {
  it('finds what counting finds', () => {
    const next = random(3);
    for (let round = 0; round < 200; round += 1) {
      const anchors = cards(next, Math.floor(next() * 40)).map((card) => card.anchor);
      const from = next() * 2000;
      const to = from + next() * 800;
      const { first, end } = within(anchors.length, (index) => anchors[index] ?? 0, from, to);
      const wanted = anchors.filter((anchor) => anchor >= from && anchor < to);
      expect(anchors.slice(first, end)).toEqual(wanted);
    }
  });
});

describe('lift', () => {
  const window = { top: 1000, bottom: 1600 };

  it('shows the whole card of a claim low in the window', () => {
    expect(lift(1500, 300, window, 6)).toBe(206);
    expect(lift(1200, 300, window, 6)).toBe(0);
  });

  it('stops at the top of the window, and leaves a claim out of view where it is', () => {
    expect(lift(1500, 900, window, 6)).toBe(494);
    expect(lift(1002, 900, window, 6)).toBe(0);
    expect(lift(990, 300, window, 6)).toBe(0);
    expect(lift(1700, 300, window, 6)).toBe(0);
  });
});

describe('places', () => {
  it('keeps those of a card, gives on those that are free, and no more than are needed', () => {
    let before = places([1, 2, 3], new Map(), null);
    expect([...before.values()]).toEqual([0, 1, 2]);
    before = places([2, 3, 4], before, null);
    expect(before).toEqual(
      new Map([
        [2, 1],
        [3, 2],
        [4, 0],
      ]),
    );
    for (let first = 3; first < 60; first += 1) before = places([first, first + 1, first + 2], before, null);
    expect([...before.values()].sort()).toEqual([0, 1, 2]);
  });

  it('gives nobody those of the card that was open', () => {
    const before = places([1, 2, 3], new Map(), null);
    expect(places([3, 4, 5], before, 1)).toEqual(
      new Map([
        [3, 2],
        [4, 1],
        [5, 3],
      ]),
    );
  });
});
