import { expect, test } from 'vitest';
import { meets } from './extent';
import { between, numbers } from './random.test-data';
import { tracks } from './tracks';

test('extents that overlap never share a track, and no track is wasted', () => {
  const next = numbers(1);
  for (let round = 0; round < 300; round++) {
    const extents = Array.from({ length: between(next, 0, 25) }, () => {
      const start = between(next, 0, 60);
      return { start, end: start + between(next, 1, 20) };
    }).sort((a, b) => a.start - b.start || b.end - a.end);
    const given = tracks(extents);
    extents.forEach((one, i) => {
      extents.forEach((other, j) => {
        if (i < j && meets(one, other)) expect(given[i]).not.toBe(given[j]);
      });
    });
    // As many tracks as extents lie over one another at the busiest place, and no more.
    const busiest = Math.max(
      0,
      ...extents.map(({ start }) => extents.filter((one) => one.start <= start && start < one.end).length),
    );
    expect(Math.max(-1, ...given) + 1).toBe(busiest);
  }
});

test('a nested extent lies on the track after the one around it', () => {
  expect(
    tracks([
      { start: 0, end: 10 },
      { start: 2, end: 5 },
      { start: 5, end: 8 },
      { start: 10, end: 12 },
    ]),
  ).toEqual([0, 1, 1, 0]);
});
