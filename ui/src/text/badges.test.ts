import { expect, test } from 'vitest';
import { sideBySide } from './badges';

/** A badge 10 px wide whose claim starts at `edge`. */
const badge = (edge: number, leftward = false, row = 0) => {
  const left = leftward ? edge - 10 : edge;
  return { leftward, rectangle: { left, right: left + 10, top: row * 30, bottom: row * 30 + 12 } };
};
const lefts = (...badges: ReturnType<typeof badge>[]): number[] =>
  sideBySide(badges).map(({ rectangle }) => rectangle.left);

test('badges that do not meet stay at their starts', () => {
  expect(lefts(badge(0), badge(40), badge(0, false, 1))).toEqual([0, 40, 0]);
});

test('claims that start together are numbered side by side, the outer one first', () => {
  expect(lefts(badge(100), badge(100), badge(100))).toEqual([100, 111, 122]);
});

test('a badge moves on past all that are in its way', () => {
  expect(lefts(badge(100), badge(104), badge(115))).toEqual([100, 111, 122]);
});

test('where text runs to the left they move to the left', () => {
  expect(lefts(badge(100, true), badge(100, true), badge(85, true))).toEqual([90, 79, 68]);
});

test('neighbours of two directions end without covering each other', () => {
  // Each moves with its own text, and neither is moved back.
  const placed = sideBySide([badge(100), badge(104, true), badge(104), badge(100, true)]);
  for (const one of placed) {
    for (const other of placed) {
      if (one === other) continue;
      const apart =
        one.rectangle.right <= other.rectangle.left || other.rectangle.right <= one.rectangle.left;
      expect(apart).toBe(true);
    }
  }
});
