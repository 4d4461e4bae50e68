import { expect, test } from 'vitest';
import { Boundaries, type LineBoundaries, type TextLine } from './boundaries';

const line = (text: string, from = 0, number = 0): TextLine => ({ number, from, text });

/** क्ष is one grapheme of three units. */
const hindi: LineBoundaries = {
  line: 0,
  words: [10, 13, 14, 16],
  isWord: [true, false, true],
  clusters: [{ start: 10, end: 13 }],
};

test('a place inside a grapheme is moved to its nearer end, or onward', () => {
  const boundaries = new Boundaries();
  boundaries.set([hindi]);
  const text = line('क्ष अब', 10);
  expect([10, 11, 12, 13, 14].map((at) => boundaries.nearest(text, at))).toEqual([10, 10, 13, 13, 14]);
  expect(boundaries.onward(text, 11, true)).toBe(13);
  expect(boundaries.onward(text, 12, false)).toBe(10);
  expect(boundaries.onward(text, 13, false)).toBe(13);
});

test('until boundaries come, a surrogate pair is never cut', () => {
  const boundaries = new Boundaries();
  const text = line('a😀b', 5);
  expect([5, 6, 7, 8, 9].map((at) => boundaries.cluster(text, at) !== null)).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
  expect(boundaries.cluster(text, 7)).toEqual({ start: 6, end: 8 });
});

test('words come from the program where they are known, else from spaces', () => {
  const boundaries = new Boundaries();
  const chinese = line('双方继续对话', 0, 3);
  expect(boundaries.word(chinese, 3)).toEqual({ start: 0, end: 6 });
  boundaries.set([{ line: 3, words: [0, 2, 4, 6], isWord: [true, true, true], clusters: [] }]);
  expect(boundaries.word(chinese, 3)).toEqual({ start: 2, end: 4 });
  expect(boundaries.word(chinese, 6)).toEqual({ start: 4, end: 6 });
  expect(boundaries.word(line('', 9, 8), 9)).toEqual({ start: 9, end: 9 });
});

test('a step by word skips what is no word and ends at the line', () => {
  const boundaries = new Boundaries();
  boundaries.set([hindi]);
  const text = line('क्ष अब', 10);
  expect(boundaries.wordStep(text, 10, true)).toBe(13);
  expect(boundaries.wordStep(text, 13, true)).toBe(16);
  expect(boundaries.wordStep(text, 16, true)).toBeNull();
  expect(boundaries.wordStep(text, 16, false)).toBe(14);
  expect(boundaries.wordStep(text, 14, false)).toBe(10);
  expect(boundaries.wordStep(text, 10, false)).toBeNull();
});

test('asks for each line once', () => {
  const boundaries = new Boundaries();
  boundaries.set([hindi]);
  expect(boundaries.ask(0, 3)).toEqual({ first: 1, last: 3 });
  expect(boundaries.ask(0, 3)).toBeNull();
  expect(boundaries.ask(2, 5)).toEqual({ first: 4, last: 5 });
  boundaries.clear();
  expect(boundaries.ask(0, 1)).toEqual({ first: 0, last: 1 });
});
