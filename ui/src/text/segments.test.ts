import { expect, test } from 'vitest';
import { between, numbers } from './random.test-data';
import { segments } from './segments';

test('every unit of a piece is covered by the extents its segment names', () => {
  const next = numbers(11);
  for (let round = 0; round < 300; round++) {
    const extents = Array.from({ length: between(next, 0, 12) }, () => {
      const start = between(next, 0, 90);
      return { start, end: start + between(next, 1, 40) };
    });
    const piece = { start: between(next, 0, 40), end: between(next, 41, 110) };
    const cut = segments(piece, extents);
    for (let at = 0; at < 140; at++) {
      const expected =
        at >= piece.start && at < piece.end
          ? extents.flatMap((one, index) => (one.start <= at && at < one.end ? [index] : []))
          : [];
      const holding = cut.filter(({ start, end }) => start <= at && at < end);
      expect(holding.length).toBe(expected.length > 0 ? 1 : 0);
      expect(holding[0]?.covering ?? []).toEqual(expected);
    }
    cut.forEach(({ start }, index) => {
      expect(start).toBeGreaterThanOrEqual(cut[index - 1]?.end ?? piece.start);
    });
  }
});
