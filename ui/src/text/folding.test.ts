import { Text } from '@codemirror/state';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleSurface, type Zone } from './editor';
import { foldsOf } from './folding';

const TEXT = 'Latest news\n\nMore\nThe ferry sails.\nIt is late.\nShare this\nContact';
const at = (words: string) => TEXT.indexOf(words);
const zone = (words: string): Zone => ({
  start: at(words),
  end: at(words) + words.length,
  kind: 'skip',
  state: 'accepted',
});
const ZONES = [zone('Contact'), zone('Latest news'), zone('More'), zone('Share this')];

let surface: ArticleSurface;

beforeEach(() => {
  // jsdom lays nothing out.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  const parent = document.createElement('div');
  document.body.append(parent);
  surface = new ArticleSurface(parent, { foldWords: (lines) => `${lines} lines` }, 'Article');
  surface.open({ text: TEXT, rightToLeftLines: [] });
  show(ZONES);
});

afterEach(() => {
  surface.destroy();
  document.body.replaceChildren();
});

const show = (zones: Zone[]) =>
  surface.setState({ current: null, active: null, targets: [], focusEntitySpans: [], zones });
const folds = () => [...surface.content.querySelectorAll('.postil-fold')].map((fold) => fold.textContent);
const shown = () => [...surface.content.querySelectorAll('.cm-line')].map((line) => line.textContent);

test('neighbours are one stretch, with the blank lines between them', () => {
  const found = foldsOf(Text.of(TEXT.split('\n')), ZONES);
  expect(found).toEqual([
    { start: 0, end: at('The ferry') - 1, lines: 2 },
    { start: at('Share this'), end: TEXT.length, lines: 2 },
  ]);
  expect(foldsOf(Text.of(['one']), [{ ...zone('More'), kind: 'headline' }])).toEqual([]);
});

test('what the caret is in is folded, and unfolded from the line beside it', () => {
  surface.setCaret(at('Share') + 2);
  expect(surface.fold(false)).toEqual({ done: 'folded', lines: 2 });
  expect(folds()).toEqual(['2 lines']);
  expect(shown()).not.toContain('Share this');
  expect(surface.caret()).toBe(at('Share') - 1);
  expect(surface.fold(false)).toEqual({ done: 'unfolded' });
  expect(folds()).toEqual([]);
  // At the top of the text the caret goes behind what is folded.
  surface.setCaret(3);
  expect(surface.fold(false)).toEqual({ done: 'folded', lines: 2 });
  expect(surface.caret()).toBe(at('The ferry'));
});

test('all are folded and unfolded together', () => {
  surface.setCaret(at('It is'));
  expect(surface.fold(true)).toEqual({ done: 'folded', lines: 4 });
  expect(shown()).toEqual(['The ferry sails.', 'It is late.']);
  expect(surface.caret()).toBe(at('It is'));
  expect(surface.fold(true)).toEqual({ done: 'unfolded' });
  expect(folds()).toEqual([]);
});

test('the caret and what is looked for unfold, and so does a click', () => {
  surface.setCaret(at('It is'));
  surface.fold(true);
  surface.setCaret(at('More') + 1);
  expect(folds()).toEqual(['2 lines']);
  surface.reveal(at('Contact'));
  expect(folds()).toEqual([]);
  surface.setCaret(at('It is'));
  surface.fold(true);
  surface.content.querySelector<HTMLElement>('.postil-fold')?.click();
  expect(folds()).toHaveLength(1);
});

test('what is the article again is unfolded', () => {
  surface.setCaret(at('It is'));
  surface.fold(true);
  show(ZONES.slice(1, 3));
  expect(folds()).toEqual(['2 lines']);
  expect(shown()).toContain('Share this');
});

test('where nothing is left out, or everything, nothing is folded', () => {
  surface.setCaret(at('It is'));
  expect(surface.fold(false)).toEqual({ done: 'none' });
  show([{ start: 0, end: TEXT.length, kind: 'skip', state: 'accepted' }]);
  expect(surface.fold(false)).toEqual({ done: 'only' });
  show([]);
  expect(surface.fold(true)).toEqual({ done: 'none' });
});

test('offsets and the selection are those of the whole text', () => {
  surface.setCaret(at('It is'));
  surface.fold(true);
  surface.select({ start: at('ferry'), end: at('ferry') + 5 });
  expect(surface.selection()).toEqual({ start: at('ferry'), end: at('ferry') + 5 });
  expect(folds()).toHaveLength(2);
});
