import { expect, test } from 'vitest';
import { leader, outOfView } from './leader';
import { between, numbers } from './random.test-data';
import type { Rectangle } from './rectangles';

const box = (left: number, right: number, row: number): Rectangle => ({
  left,
  right,
  top: row * 30,
  bottom: row * 30 + 30,
});

test('on one line it runs along the bottom between the two', () => {
  expect(leader([box(100, 200, 2)], box(300, 350, 2), 800)).toEqual([
    { x: 200, y: 90 },
    { x: 300, y: 90 },
  ]);
  expect(leader([box(400, 500, 2)], box(300, 350, 2), 800)).toEqual([
    { x: 400, y: 90 },
    { x: 350, y: 90 },
  ]);
});

test('a target inside the claim needs no line', () => {
  expect(leader([box(100, 400, 2)], box(300, 350, 2), 800)).toEqual([]);
});

test('between lines it goes by the gutter, from the row nearest to the target', () => {
  expect(leader([box(100, 200, 2), box(0, 700, 3)], box(300, 350, 6), 800)).toEqual([
    { x: 700, y: 120 },
    { x: 800, y: 120 },
    { x: 800, y: 210 },
    { x: 350, y: 210 },
  ]);
});

test('mirrored input gives the mirrored line', () => {
  const next = numbers(5);
  const mirror = ({ left, right, top, bottom }: Rectangle): Rectangle => ({
    left: -right,
    right: -left,
    top,
    bottom,
  });
  for (let round = 0; round < 200; round++) {
    const some = (): Rectangle => {
      const left = between(next, 0, 600);
      return box(left, left + between(next, 5, 150), between(next, 0, 12));
    };
    const claim = [some()];
    const target = some();
    const points = leader(claim, target, 800);
    const flipped = leader(claim.map(mirror), mirror(target), -800);
    expect(flipped.map(({ x, y }) => ({ x: -x + 0, y }))).toEqual(points);
  }
});

test('every stretch is level or upright', () => {
  const next = numbers(6);
  for (let round = 0; round < 200; round++) {
    const points = leader(
      [box(10, between(next, 20, 700), between(next, 0, 9))],
      box(30, 60, between(next, 0, 9)),
      800,
    );
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      expect(point.x === before?.x || point.y === before?.y).toBe(true);
    });
  }
});

test('says on which side a target lies that is not in view', () => {
  const view = { top: 100, bottom: 400 };
  expect(outOfView({ top: 60, bottom: 90 }, view)).toBe('above');
  expect(outOfView({ top: 400, bottom: 430 }, view)).toBe('below');
  expect(outOfView({ top: 390, bottom: 420 }, view)).toBeNull();
});
