import { expect, test } from 'vitest';
import type { LanguageView } from '../host/bindings';
import { article } from '../testing/article';
import { scheme } from '../testing/scheme';
import { openArticle } from './article';
import { countTags, differs, matchingOffers, offers, paragraphAt } from './language';

const language = (tag: string, changes: Partial<LanguageView> = {}): LanguageView => ({
  tag,
  guess: null,
  siblings: [],
  confidence: 0.9,
  byHand: false,
  ...changes,
});
const paragraph = (start: number, end: number, view: LanguageView) => ({
  range: { start, end },
  language: view,
});
const opened = openArticle(
  article({
    paragraphs: [
      paragraph(0, 10, language('en')),
      paragraph(12, 20, language('und', { guess: 'uk', confidence: 0.6 })),
      paragraph(21, 30, language('und')),
      paragraph(31, 40, language('und', { guess: 'en', confidence: 0.7 })),
    ],
  }),
  scheme,
);

test('a position lies in the paragraph around it, and in none between two', () => {
  const at = (position: number) => paragraphAt(opened, position)?.range.start ?? null;
  expect([0, 10, 11, 12, 20, 21, 40, 41].map(at)).toEqual([0, 0, null, 12, 12, 21, 31, null]);
  expect(paragraphAt(openArticle(article(), scheme), 3)).toBeNull();
});

test('a paragraph differs by what it is or is guessed to be, and not by being unknown', () => {
  expect(opened.paragraphs.map((one) => differs(opened, one))).toEqual([false, true, false, false]);
});

const choices = { close: ['hr', 'bs'], known: ['bs', 'de', 'en', 'hr', 'kk', 'uk', 'zh-Hant'] };

test('near languages come first, each once, then all by name', () => {
  const all = offers(choices, opened, ['kk', 'und', 'de', 'kk', 'en']);
  expect(all.map(({ tag, near }) => `${tag} ${near ?? ''}`.trim())).toEqual([
    'hr likely',
    'bs likely',
    'en here',
    'uk here',
    'kk project',
    'de project',
    'zh-Hant',
  ]);
});

test('a language is found by its name, by what its speakers call it, and by its tag', () => {
  const all = offers(choices, opened, []);
  const found = (query: string) => matchingOffers(all, query).map(({ tag }) => tag);
  expect(found('croa')).toEqual(['hr']);
  expect(found('hrvat')).toEqual(['hr']);
  expect(found('繁體')).toEqual(['zh-Hant']);
  expect(found('україн')).toEqual(['uk']);
  expect(found('DE')).toContain('de');
  expect(found('de')[0]).toBe('de');
  expect(found('xyzzy')).toEqual([]);
  expect(found('')).toHaveLength(all.length);
});

test('a tag that no detector knows can be given', () => {
  const all = offers(choices, opened, []);
  expect(matchingOffers(all, 'en-GB').map(({ tag, near }) => [tag, near])).toEqual([['en-GB', 'typed']]);
  expect(matchingOffers(all, 'sco').at(-1)?.tag).toBe('sco');
});

test('languages are counted', () => {
  expect([...countTags(['en', null, 'uk', 'en'])]).toEqual([
    ['en', 2],
    ['uk', 1],
  ]);
});
