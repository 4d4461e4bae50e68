import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleSurface, type SurfaceCallbacks } from './editor';

let surface: ArticleSurface;
const told: string[] = [];

const callbacks: SurfaceCallbacks = {
  onSelection: (selection, caret) =>
    told.push(`${selection ? `${selection.start}-${selection.end}` : 'none'} ${caret}`),
};

const press = (key: string, held: Partial<KeyboardEventInit> = {}): boolean =>
  surface.content.dispatchEvent(
    new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...held }),
  );

beforeEach(() => {
  told.length = 0;
  // jsdom lays nothing out.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  const parent = document.createElement('div');
  document.body.append(parent);
  surface = new ArticleSurface(parent, callbacks, 'Article');
});

afterEach(() => {
  surface.destroy();
  document.body.replaceChildren();
});

test('is a read-only text box with a name, and keeps the margin beside the text', () => {
  const { content } = surface;
  expect(content.getAttribute('role')).toBe('textbox');
  expect(content.getAttribute('aria-readonly')).toBe('true');
  expect(content.getAttribute('aria-label')).toBe('Article');
  expect(content.getAttribute('contenteditable')).toBe('false');
  expect(content.tabIndex).toBe(0);
  surface.open({ text: 'one', rightToLeftLines: [] });
  expect(surface.marginHost.parentElement).toBe(surface.scroller);
});

test('gives each line its direction', () => {
  surface.open({ text: 'one\nשלום\nthree', rightToLeftLines: [1] });
  const lines = [...surface.content.querySelectorAll('.cm-line')];
  expect(lines.map((line) => line.getAttribute('dir'))).toEqual(['ltr', 'rtl', 'ltr']);
});

test('keeps a carriage return as one unit of the text', () => {
  surface.open({ text: 'a\rb\nc', rightToLeftLines: [] });
  surface.select({ start: 0, end: 5 });
  expect(surface.selection()).toEqual({ start: 0, end: 5 });
});

test('selects, puts the caret, and stays within the text', () => {
  surface.open({ text: 'one two', rightToLeftLines: [] });
  surface.select({ start: 4, end: 99 });
  expect(surface.selection()).toEqual({ start: 4, end: 7 });
  surface.setCaret(2);
  expect(surface.selection()).toBeNull();
  expect(surface.caret()).toBe(2);
  expect(told).toEqual(['4-7 7', 'none 2']);
});

test('arrows stop at the graphemes the program names', () => {
  surface.open({ text: 'क्ष अब', rightToLeftLines: [] });
  surface.setBoundaries([
    { line: 0, words: [0, 3, 4, 6], isWord: [true, false, true], clusters: [{ start: 0, end: 3 }] },
  ]);
  press('ArrowRight');
  expect(surface.caret()).toBe(3);
  press('ArrowRight', { shiftKey: true });
  expect(surface.selection()).toEqual({ start: 3, end: 4 });
  press('ArrowLeft');
  press('ArrowLeft');
  expect(surface.caret()).toBe(0);
});

test('in a line that runs right to left, left goes onward', () => {
  surface.open({ text: 'אבג דהו', rightToLeftLines: [0] });
  press('ArrowRight', { ctrlKey: true });
  expect(surface.caret()).toBe(0);
  press('ArrowLeft', { ctrlKey: true });
  expect(surface.caret()).toBe(3);
});

test('a step by word crosses lines', () => {
  surface.open({ text: 'one\n\ntwo', rightToLeftLines: [] });
  for (const caret of [3, 8, 8]) {
    press('ArrowRight', { ctrlKey: true });
    expect(surface.caret()).toBe(caret);
  }
  for (const caret of [5, 0, 0]) {
    press('ArrowLeft', { ctrlKey: true });
    expect(surface.caret()).toBe(caret);
  }
});

test('leaves letters and Alt+arrows to the window', () => {
  surface.open({ text: 'one', rightToLeftLines: [] });
  expect(press('c')).toBe(true);
  expect(press('ArrowRight', { altKey: true })).toBe(true);
  expect(surface.caret()).toBe(0);
  expect(press('ArrowRight')).toBe(false);
});

test('zones dress their lines; refused ones do not', () => {
  surface.open({ text: 'one\ntwo\nthree', rightToLeftLines: [] });
  surface.setState({
    current: null,
    active: null,
    targets: [],
    focusEntitySpans: [],
    zones: [
      { start: 4, end: 7, kind: 'skip', state: 'accepted' },
      { start: 8, end: 13, kind: 'skip', state: 'refused' },
    ],
  });
  const lines = [...surface.content.querySelectorAll('.cm-line')];
  expect(lines.map((line) => line.classList.contains('is-skip'))).toEqual([false, true, false]);
});

test('the next article brings no further style rules: the window would keep them all', () => {
  const rules = (): string => [...document.querySelectorAll('style')].map((one) => one.textContent).join('');
  surface.open({ text: 'one', rightToLeftLines: [] });
  const first = rules();
  expect(first).toContain('postil-handle');
  surface.open({ text: 'two', rightToLeftLines: [] });
  expect(rules()).toBe(first);
});
