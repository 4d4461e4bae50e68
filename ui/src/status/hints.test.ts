import { expect, it } from 'vitest';
import { article, span, text } from '../testing/article';
import { eachInItsOwnWindow, open, press, program, settled } from '../testing/window';
import { hints, numbered, subject } from './hints';

eachInItsOwnWindow();

it('says of a long span that it has more words', async () => {
  const long = span(1, 'claim', 0, 55);
  await open({ open_article: () => article({ spans: [long, span(2, 'speaker', 16, 20)], links: [] }) });
  program.current = 1;
  expect(subject(program)?.quoted).toBe(`${text.slice(0, 40)}…`);
  program.current = 2;
  expect(subject(program)?.quoted).toBe('Amal');
});

it('offers a way back where another label is asked for', async () => {
  await open();
  program.current = 2;
  await press('l');
  expect(program.awaitsLabel).toBe(true);
  expect(hints(program).at(-1)?.key).toBe('Esc');
  await press('Escape');
  expect(program.awaitsLabel).toBe(false);
});

it('offers in an empty register only what can be done there', async () => {
  await open({ register: () => ({ total: 0, kinds: [], rows: [], found: null }) as never });
  program.panel = 'register';
  await settled();
  expect(program.register.ready).toBe(true);
  expect(hints(program).map(({ key }) => key)).toEqual(['N', '/', 'Esc']);
});

it('shows the digits of a mark only where they choose its values', async () => {
  await open();
  program.current = 1;
  expect(numbered(program)?.title).toBeTruthy();
  program.panel = 'answers';
  expect(numbered(program)).toBeNull();
  expect(hints(program).map(({ key }) => key)).toEqual(['1–9', 'Tab', 'Esc']);
  program.panel = null;
  program.linkAt = 1;
  expect(numbered(program)).toBeNull();
});

it('tells over the near duplicates what is done there, and leaves other panes to tell it themselves', async () => {
  await open();
  program.current = 1;
  program.panel = 'near';
  expect(hints(program).map(({ key }) => key)).toEqual(['Esc']);
  const article = (id: number) => ({ id, title: '', outlet: '', published: '' });
  program.near.pairs = [{ first: article(1), second: article(2), percent: 80 }];
  expect(hints(program).map(({ key }) => key)).toEqual(['Enter', '⇧Enter', 'Del', 'Esc']);
  expect(subject(program)).toBeNull();
  program.panel = 'added';
  expect([hints(program).map(({ key }) => key), subject(program)]).toEqual([['Esc'], null]);
  for (const panel of ['offer', 'export', 'import', 'correct'] as const) {
    program.panel = panel;
    expect([hints(program), subject(program), numbered(program)]).toEqual([[], null, null]);
  }
});
