import { expect, test } from 'vitest';
import { Drawing } from './drawing';
import { BoxMarker, LeaderMarker } from './markers';
import { numbers } from './random.test-data';

const box = (span: number, className = 'postil-tint', left = span * 10, text = ''): BoxMarker =>
  new BoxMarker({ left, right: left + 5, top: 0, bottom: 20 }, className, span, '#888888', text);

const shown = (parent: HTMLElement): string[] =>
  [...parent.children].map((child) => (child as HTMLElement).dataset['span'] ?? child.className);

test('a span among others changes no element but its own', () => {
  const before = new Drawing([box(1), box(3), box(4, 'postil-solid'), box(1, 'postil-outline')]);
  const parent = before.draw();
  const [first, third, fourth] = parent.children;
  const after = new Drawing([box(1), box(2), box(3), box(4, 'postil-solid'), box(2, 'postil-outline')]);
  expect(after.update(parent, before)).toBe(true);
  expect(shown(parent)).toEqual(['1', '2', '3', '4', '2']);
  expect(parent.children[0]).toBe(first);
  expect(parent.children[2]).toBe(third);
  expect(parent.children[3]).toBe(fourth);
});

test('what moved or changed its class is shown so, and leaders are drawn anew', () => {
  const leaders = (x: number): LeaderMarker =>
    new LeaderMarker([
      {
        target: 1,
        colour: '#888888',
        points: [
          { x, y: 1 },
          { x: x + 9, y: 30 },
        ],
      },
    ]);
  const before = new Drawing([box(1), leaders(5)]);
  const parent = before.draw();
  const after = new Drawing([box(1, 'postil-tint is-dimmed', 77), leaders(6)]);
  expect(after.eq(before)).toBe(false);
  after.update(parent, before);
  const [tint, lines] = [...parent.children] as HTMLElement[];
  expect([tint?.className, tint?.style.left]).toEqual(['postil-tint is-dimmed', '77px']);
  expect(lines?.querySelector('polyline')?.getAttribute('points')).toBe('2,2 11,31');
  expect(parent.children.length).toBe(2);
});

test('after any change the elements are those of a fresh drawing, in its order', () => {
  const random = numbers(5);
  let before = new Drawing([]);
  const parent = before.draw();
  for (let round = 0; round < 300; round += 1) {
    const count = Math.floor(random() * 8);
    const marks = Array.from({ length: count }, () => {
      const className = random() < 0.5 ? 'postil-tint' : 'postil-solid is-lit';
      return box(Math.floor(random() * 5), className, random() * 9, random() < 0.3 ? '7' : '');
    });
    const after = new Drawing(marks);
    if (!after.eq(before)) after.update(parent, before);
    expect(parent.isEqualNode(after.draw())).toBe(true);
    before = after;
  }
});

test('scrolled on, what comes has the elements of what went', () => {
  const window = (first: number): Drawing => new Drawing([0, 1, 2, 3].map((at) => box(first + at)));
  const parent = window(1).draw();
  const made = new Set(parent.children);
  for (let first = 1; first < 40; first += 3) window(first + 3).update(parent, window(first));
  expect(shown(parent)).toEqual(['40', '41', '42', '43']);
  expect([...parent.children].every((element) => made.has(element))).toBe(true);
});
