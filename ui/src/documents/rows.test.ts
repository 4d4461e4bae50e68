import { describe, expect, it } from 'vitest';
import { rowsInView, scrollFor } from './rows';

describe('rows in the page', () => {
  it('are those in view and not many more', () => {
    for (let top = 0; top < 9000; top += 37) {
      const { first, end } = rowsInView(300, 32, top, 640);
      const seen = Array.from({ length: 300 }, (_, index) => index).filter(
        (index) => (index + 1) * 32 > top && index * 32 < top + 640,
      );
      for (const index of seen) expect(index >= first && index < end).toBe(true);
      expect(end - first).toBeLessThan(64);
    }
  });

  it('are none of an empty list, and all of a short one', () => {
    expect(rowsInView(0, 32, 500, 640)).toEqual({ first: 0, end: 0 });
    expect(rowsInView(5, 32, 0, 640)).toEqual({ first: 0, end: 5 });
  });

  it('scroll no further than to show a row', () => {
    expect(scrollFor(3, 32, 0, 640)).toBe(0);
    expect(scrollFor(0, 32, 100, 640)).toBe(0);
    expect(scrollFor(30, 32, 0, 640)).toBe(31 * 32 - 640);
  });
});
