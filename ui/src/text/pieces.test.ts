import { expect, test } from 'vitest';
import { cuts } from './pieces';
import { between, numbers } from './random.test-data';

const WORDS = ['word', '😀', '👨‍👩‍👧', 'क्षेत्रीय', 'المحادثات', '🇩🇪', 'é', '👍🏽', '双方继续', 'สวัสดี'];

function graphemeStarts(text: string): Set<number> {
  return new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
}

function pieceLengths(text: string): number[] {
  const places = [0, ...cuts(text), text.length];
  return places.slice(1).map((end, at) => end - (places[at] ?? 0));
}

test('no piece is longer than a text node may be, and none is empty', () => {
  const next = numbers(21);
  for (let round = 0; round < 60; round++) {
    const between0 = next() < 0.5 ? ' ' : '';
    const text = Array.from(
      { length: between(next, 0, 900) },
      () => WORDS[between(next, 0, WORDS.length - 1)],
    ).join(between0);
    for (const length of text ? pieceLengths(text) : []) {
      expect(length).toBeGreaterThan(0);
      expect(length).toBeLessThan(512);
    }
  }
});

test('words are never cut where there are spaces', () => {
  const next = numbers(22);
  for (let round = 0; round < 60; round++) {
    const text = Array.from({ length: 400 }, () => WORDS[between(next, 0, WORDS.length - 1)]).join(' ');
    for (const at of cuts(text)) expect(text.charAt(at - 1)).toBe(' ');
  }
});

test('graphemes are never cut, spaces or none', () => {
  const next = numbers(23);
  for (let round = 0; round < 60; round++) {
    const text = Array.from({ length: 400 }, () => WORDS[between(next, 0, WORDS.length - 1)]).join('');
    const starts = graphemeStarts(text);
    for (const at of cuts(text)) expect(starts.has(at)).toBe(true);
  }
});

test('a short line stays whole', () => {
  expect(cuts('x'.repeat(400))).toEqual([]);
});
