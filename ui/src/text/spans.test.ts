import { expect, test } from 'vitest';
import { meets } from './extent';
import { listed } from './listed.test-data';
import { between, numbers } from './random.test-data';
import { type DrawnSpan, type Shape, SpanIndex } from './spans';

const SHAPES: Shape[] = ['tint', 'solid', 'dotted', 'wavy'];

function randomSpan(next: () => number, id: number, size: number): DrawnSpan {
  const fragments = [];
  let at = between(next, 0, size);
  for (let count = between(next, 1, 3); count > 0; count--) {
    const end = at + between(next, 1, next() < 0.1 ? 400 : 30);
    fragments.push({ start: at, end });
    at = end + between(next, 1, 40);
  }
  return { id, label: 'claim', shape: SHAPES[id % 4] ?? 'tint', colour: '#000000', fragments };
}

const keys = (index: SpanIndex, start: number, end: number): string[] =>
  index
    .meeting({ start, end })
    .map((f) => `${f.span.id}:${f.start}-${f.end}`)
    .sort();

const bruteForce = (spans: Iterable<DrawnSpan>, start: number, end: number): string[] =>
  [...spans]
    .flatMap((span) =>
      span.fragments.filter((f) => meets(f, { start, end })).map((f) => `${span.id}:${f.start}-${f.end}`),
    )
    .sort();

test('finds exactly what looking at every fragment finds, through any edits', () => {
  const next = numbers(7);
  for (let round = 0; round < 40; round++) {
    const spans = new Map<number, DrawnSpan>();
    for (let id = 1; id <= between(next, 0, 80); id++) spans.set(id, randomSpan(next, id, 800));
    const index = new SpanIndex();
    index.replace(listed(spans.values()));
    for (let edit = 0; edit < 12; edit++) {
      for (let look = 0; look < 8; look++) {
        const start = between(next, 0, 1000);
        const end = start + between(next, 1, 120);
        expect(keys(index, start, end)).toEqual(bruteForce(spans.values(), start, end));
      }
      const changed = Array.from({ length: between(next, 0, 3) }, () =>
        randomSpan(next, between(next, 1, 90), 800),
      );
      const removed = Array.from({ length: between(next, 0, 2) }, () => between(next, 1, 90));
      for (const id of removed) spans.delete(id);
      for (const span of changed) spans.set(span.id, span);
      index.apply(
        changed,
        removed.filter((id) => !changed.some((span) => span.id === id)),
      );
      for (let id = 1; id <= 90; id++) expect(index.get(id)).toEqual(spans.get(id));
    }
  }
});

test('what it finds is sorted by start, longer first', () => {
  const next = numbers(3);
  const index = new SpanIndex();
  index.replace(listed(Array.from({ length: 200 }, (_, id) => randomSpan(next, id, 500))));
  const found = index.meeting({ start: 0, end: 2000 });
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  expect(found.map((f) => [f.start, f.end])).toEqual(sorted.map((f) => [f.start, f.end]));
});

test('the shortest span at a place comes first', () => {
  const index = new SpanIndex();
  const span = (id: number, ...fragments: [number, number][]): DrawnSpan => ({
    id,
    label: 'claim',
    shape: 'tint',
    colour: '#000000',
    fragments: fragments.map(([start, end]) => ({ start, end })),
  });
  index.replace(listed([span(1, [0, 50]), span(2, [10, 20], [60, 90]), span(3, [12, 30])]));
  expect(index.at(15).map(({ id }) => id)).toEqual([3, 2, 1]);
  expect(index.at(20).map(({ id }) => id)).toEqual([3, 1]);
  expect(index.at(55)).toEqual([]);
});

test('24,000 spans take an edit well within a frame', () => {
  const next = numbers(9);
  const index = new SpanIndex();
  index.replace(listed(Array.from({ length: 24_000 }, (_, id) => randomSpan(next, id, 1_000_000))));
  const times = Array.from({ length: 15 }, (_, round) => {
    const start = performance.now();
    index.apply([randomSpan(next, round, 1_000_000)], [20_000 + round]);
    expect(index.meeting({ start: 500_000, end: 505_000 }).length).toBeGreaterThan(50);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  expect(times[7]).toBeLessThan(40);
});
