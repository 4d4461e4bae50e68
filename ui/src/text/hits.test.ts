import { expect, it } from 'vitest';
import { firstBehind } from './hits';

it('finds the first range that ends behind a position', () => {
  const ranges = [
    { start: 0, end: 2 },
    { start: 5, end: 9 },
    { start: 12, end: 14 },
  ];
  for (let position = 0; position < 20; position += 1) {
    const found = ranges.findIndex((range) => range.end > position);
    expect(firstBehind(ranges, position), String(position)).toBe(found < 0 ? ranges.length : found);
  }
  expect(firstBehind([], 3)).toBe(0);
});
