import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleSurface } from './editor';

let surface: ArticleSurface;

beforeEach(() => {
  // jsdom lays nothing out.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  const parent = document.createElement('div');
  document.body.append(parent);
  surface = new ArticleSurface(parent, {}, 'Article');
});

afterEach(() => {
  surface.destroy();
  document.body.replaceChildren();
});

test('a line in another language carries its tag beside its text, not in it', () => {
  surface.open({ text: 'one\nдва\nשלוש', rightToLeftLines: [2] });
  surface.setLanguages(
    new Map([
      [1, { tag: 'ru', unsure: false }],
      [2, { tag: 'he', unsure: true }],
    ]),
  );
  const lines = [...surface.content.querySelectorAll('.cm-line')];
  expect(lines.map((line) => line.getAttribute('lang'))).toEqual([null, 'ru', 'he']);
  expect(lines.map((line) => line.getAttribute('data-language'))).toEqual([
    null,
    '\u2066ru\u2069',
    '\u2066he?\u2069',
  ]);
  expect(lines.map((line) => line.getAttribute('dir'))).toEqual(['ltr', 'ltr', 'rtl']);
  expect(lines.map((line) => line.textContent)).toEqual(['one', 'два', 'שלוש']);
  surface.setLanguages(new Map());
  expect(surface.content.querySelector('[lang]')).toBeNull();
});
