import { describe, expect, it, vi } from 'vitest';
import type { NearPage, NearPairView } from '../host/bindings';
import type { Handlers } from '../host/memory';
import { article, edited } from '../testing/article';
import { asked, eachInItsOwnWindow, open, press, program, settled } from '../testing/window';

eachInItsOwnWindow();

const side = (id: number, title: string) => ({ id, title, outlet: 'Turan', published: '2026' });
const pairs: NearPairView[] = [
  { first: side(1, 'Rain'), second: side(2, 'Rain again'), percent: 97 },
  { first: side(1, 'Rain'), second: side(3, 'مطر'), percent: 61 },
];
let reads = 0;

const page = (): NearPage => {
  reads += 1;
  return { whole: reads > 2, read: reads, total: pairs.length, pairs };
};

const near = (handlers: Handlers = {}) =>
  open({
    near_duplicates: page,
    compare_articles: () => [
      {
        first: [
          { text: 'It will ', differs: false },
          { text: 'rain', differs: true },
        ],
        second: [{ text: '<b>It will snow</b>', differs: true }],
      },
      { first: [{ text: 'Only here', differs: true }], second: null },
    ],
    open_article: ({ document }) => article({ id: document }),
    ...handlers,
  });

const pane = () => document.querySelector('.near');

describe('near duplicates', () => {
  it('open by key, are read to the end, and stand side by side as plain text', async () => {
    reads = 0;
    await near();
    await press('d', { ctrlKey: true });
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    await settled();
    expect(asked('near_duplicates').length).toBeGreaterThanOrEqual(3);
    expect(asked('compare_articles')).toEqual([{ first: 1, second: 2 }]);
    expect([...document.querySelectorAll('.near mark')].map((one) => one.textContent)).toEqual([
      'rain',
      '<b>It will snow</b>',
      'Only here',
    ]);
    expect(document.querySelector('.near td b')).toBeNull();
    for (const text of document.querySelectorAll('.near td bdi'))
      expect(text.getAttribute('dir')).toBe('auto');
    await press('ArrowDown');
    expect(asked('compare_articles').at(-1)).toEqual({ first: 1, second: 3 });
    await press('Escape');
    expect(pane()).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('lead to either article, and the later one to the bin', async () => {
    await near({ remove_articles: ({ documents }) => edited({}, { removedRows: documents }) });
    await press('d', { ctrlKey: true });
    await press('Delete');
    expect(asked('remove_articles')).toEqual([{ documents: [2] }]);
    await press('Enter');
    expect(pane()).toBeNull();
    expect(program.article?.id).toBe(2);
  });

  it('are told of while a text is pasted', async () => {
    await near({
      propose_article: () => ({
        title: 'Rain',
        language: 'en',
        guess: null,
        confidence: 1,
        length: 4,
        paragraphs: 1,
        rightToLeft: false,
        metadata: {},
        duplicate: null,
      }),
      near_to: () => ({ whole: true, near: [{ article: side(2, 'Rain again'), percent: 97 }] }),
    });
    program.pasted = 'Rain';
    program.panel = 'paste';
    await settled();
    await vi.waitFor(() => expect(asked('near_to')).toHaveLength(1), { timeout: 3_000 });
    await settled();
    const said = document.querySelector('.facts')?.textContent?.replace(/[⁨⁩]/gu, '');
    expect(said).toContain('97 %');
    expect(said).toContain('Rain again');
  });
});
