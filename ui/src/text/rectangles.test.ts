import { expect, test } from 'vitest';
import { holds, joined, type Rectangle, rowOf, toDevicePixels } from './rectangles';

const box = (left: number, right: number, top: number): Rectangle => ({ left, right, top, bottom: top + 30 });

test('rectangles that touch on a row become one, gaps stay', () => {
  expect(joined([box(50, 80, 0), box(0, 50.2, 0), box(100, 120, 0)])).toEqual([
    box(0, 80, 0),
    box(100, 120, 0),
  ]);
});

test('rectangles on different rows stay apart, even where the rows touch', () => {
  expect(joined([box(0, 50, 30), box(0, 50, 0)])).toEqual([box(0, 50, 0), box(0, 50, 30)]);
});

test('a row is as high as its line, from the same place whatever the font', () => {
  const latin = rowOf({ left: 0, right: 9, top: 103, bottom: 126 }, 3, 30);
  expect(latin).toEqual({ left: 0, right: 9, top: 100, bottom: 130 });
});

test('neighbours still touch after rounding, at any pixel ratio', () => {
  for (const ratio of [1, 1.25, 1.5, 2]) {
    const edge = 33.37;
    const first = toDevicePixels(box(10.2, edge, 0.4), ratio);
    const second = toDevicePixels(box(edge, 80.9, 0.4), ratio);
    expect(first.right).toBe(second.left);
    expect((first.right * ratio) % 1).toBeCloseTo(0);
  }
});

test('a rectangle holds its first edge and not its last', () => {
  expect(holds(box(0, 10, 0), 0, 0)).toBe(true);
  expect(holds(box(0, 10, 0), 10, 0)).toBe(false);
  expect(holds(box(0, 10, 0), 5, 30)).toBe(false);
});
