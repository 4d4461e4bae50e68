import { Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { isPart, parts, type Zone } from './zone-parts';

const text = Text.of(['He left.Latest news', 'One', '  Two  ']);
const zone = (start: number, end: number): Zone => ({ start, end, kind: 'skip', state: 'proposed' });

test('a zone that begins after a sentence leaves part of the line', () => {
  expect(isPart(zone(8, 30), text.line(1))).toBe(true);
  expect(isPart(zone(8, 30), text.line(2))).toBe(false);
});

test('white space around it is nothing left out', () => {
  expect(isPart(zone(26, 29), text.line(3))).toBe(false);
});

test('only the lines at its ends are dressed in part', () => {
  expect(parts(text, [zone(8, 29)])).toEqual([{ start: 8, end: 19 }]);
  expect(parts(text, [zone(0, 29)])).toEqual([]);
  expect(parts(text, [zone(20, 22)])).toEqual([{ start: 20, end: 22 }]);
});
