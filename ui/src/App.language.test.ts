import { expect, it } from 'vitest';
import { article, edited } from './testing/article';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const language = { tag: 'en', guess: null, siblings: [], confidence: 0.9, byHand: false };
const arabic = { ...language, tag: 'ar' };
const unsure = { ...language, tag: 'und', guess: 'hr', siblings: ['bs', 'sr-Latn'], confidence: 0.6 };
const paragraphs = [
  { range: { start: 0, end: 59 }, language },
  { range: { start: 60, end: 66 }, language: arabic },
];
const choices = { close: ['ar', 'fa'], known: ['ar', 'de', 'en', 'fa', 'hr'] };
const status = () => document.querySelector('.status')?.textContent ?? '';
const options = () => [...document.querySelectorAll('[role="option"] bdi')].map((one) => one.textContent);

it('says the language of the paragraph at the caret where it is another one', async () => {
  await open({ open_article: () => article({ paragraphs }) });
  expect(status()).not.toContain('Arabic');
  program.moveTo(62);
  await settled();
  expect(status()).toContain('This paragraph: \u2068Arabic\u2069');
  expect(document.querySelector('[data-language]')?.getAttribute('data-language')).toBe('\u2066ar\u2069');
});

it('chooses the language of a paragraph by key, and of the article', async () => {
  await open({
    open_article: () => article({ paragraphs }),
    language_choices: () => choices,
    choose_language: () => edited({ language: arabic, paragraphs }),
  });
  program.moveTo(62);
  await press('L', { shiftKey: true });
  expect(asked('language_choices')).toEqual([{ document: 1, caret: 62 }]);
  expect(options()).toEqual(['Arabic', 'Persian', 'English', 'Croatian', 'German']);
  await press('2');
  expect(asked('choose_language')).toEqual([{ document: 1, caret: 62, tag: 'fa' }]);
  await press('l', { ctrlKey: true });
  expect(asked('language_choices').at(-1)).toEqual({ document: 1, caret: null });
  const input = document.querySelector<HTMLInputElement>('.popover input');
  if (input) input.value = 'hrvatski';
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
  expect(options()).toEqual(['Croatian']);
  await press('Enter');
  expect(asked('choose_language').at(-1)).toEqual({ document: 1, caret: null, tag: 'hr' });
  expect(document.querySelector('header [data-language-of-article]')?.textContent).toContain('Arabic');
});

it('gives a choice back to the program', async () => {
  await open({
    open_article: () => article({ language: { ...arabic, byHand: true } }),
    language_choices: () => choices,
    choose_language: () => edited(),
  });
  await press('l', { ctrlKey: true });
  expect(options()[0]).toBe('Detect the language again');
  await press('1');
  expect(asked('choose_language')).toEqual([{ document: 1, caret: null, tag: null }]);
});

it('names together what is hard to tell apart, and is grey about it', async () => {
  await open({ open_article: () => article({ language: unsure }) });
  const button = document.querySelector('[data-language-of-article]');
  expect(button?.textContent).toContain('Croatian, Bosnian, or Serbian');
  expect(button?.classList).toContain('unsure');
});
