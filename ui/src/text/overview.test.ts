import { expect, test } from 'vitest';
import { type Marked, outline, paths, scaled, tickAt, ticks } from './overview';

const claim = (id: number, changes: Partial<Marked> = {}): Marked => ({
  id,
  colour: '#aa7700',
  unfinished: false,
  flagged: false,
  ...changes,
});

test('a height of the article is the same share of the strip, and stays on it', () => {
  expect(scaled(500, 2000, 400)).toBe(100);
  expect(scaled(9000, 2000, 400)).toBe(400);
  expect(scaled(500, 0, 400)).toBe(0);
});

test('claims at one height are one tick that tells the worst of them', () => {
  const claims = [claim(1), claim(2, { unfinished: true }), claim(3), claim(4, { flagged: true })];
  const heights = [30, 31, 90, 300];
  const shown = ticks(claims, (index) => heights[index] ?? 0);
  expect(shown.map(({ y, id, unfinished, flagged }) => [y, id, unfinished, flagged])).toEqual([
    [30, 1, true, false],
    [90, 3, false, false],
    [300, 4, false, true],
  ]);
});

test('every claim is in the tick of its height, however they are spread', () => {
  for (const spread of [0, 0.01, 0.4, 1, 7]) {
    const claims = Array.from({ length: 137 }, (_, index) => claim(index));
    const height = (index: number): number => Math.sqrt(index) * spread * 10;
    const expected = [...new Set(claims.map((_, index) => Math.floor(height(index) / 3) * 3))];
    expect(ticks(claims, height).map(({ y }) => y)).toEqual(expected);
  }
});

test('of 10,000 claims only a few are asked for their height', () => {
  const claims = Array.from({ length: 10_000 }, (_, index) => claim(index));
  let asked = 0;
  const shown = ticks(claims, (index) => {
    asked += 1;
    return (index / 10_000) * 600;
  });
  expect(shown.length).toBe(200);
  expect(asked).toBeLessThan(4_000);
  expect(paths(shown).length).toBe(1);
});

test('what is unfinished and what is flagged have forms of their own', () => {
  const forms = [
    { y: 9, unfinished: false, flagged: false },
    { y: 9, unfinished: true, flagged: false },
    { y: 9, unfinished: false, flagged: true },
    { y: 9, unfinished: true, flagged: true },
  ].map(outline);
  expect(new Set(forms).size).toBe(4);
});

test('a hand need not hit a tick exactly', () => {
  const shown = ticks([claim(1), claim(2)], (index) => 30 + index * 90);
  expect(tickAt(shown, 33)?.id).toBe(1);
  expect(tickAt(shown, 119)?.id).toBe(2);
  expect(tickAt(shown, 60)).toBeNull();
});
