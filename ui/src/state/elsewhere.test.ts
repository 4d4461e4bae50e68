import { expect, it } from 'vitest';
import { chosen, elsewhereOf, placesOf, stepped, toggled } from './elsewhere';

const place = (start: number) => ({ range: { start, end: start + 2 }, before: '', after: '' });
const found = elsewhereOf(1, [place(0), place(5), place(9)]);

it('takes all places in until one is refused, and takes that in again', () => {
  expect(chosen(found).map(({ start }) => start)).toEqual([0, 5, 9]);
  const without = toggled(found, 1);
  expect(chosen(without).map(({ start }) => start)).toEqual([0, 9]);
  expect(without.at).toBe(1);
  expect(chosen(toggled(without, 1))).toHaveLength(3);
  expect(toggled(found, 7)).toBe(found);
});

it('goes round', () => {
  expect(stepped(found, -1).at).toBe(2);
  expect(stepped(stepped(found, -1), 1).at).toBe(0);
});

it('outlines each, and tells refused ones and the one in hand apart', () => {
  const shown = placesOf(stepped(toggled(toggled(found, 2), 0), 1));
  expect(shown.map(({ state }) => state)).toEqual(['out', 'here', 'out']);
  expect(placesOf(toggled(found, 0))[0]?.state).toBe('here-out');
  expect(placesOf(null)).toEqual([]);
});
