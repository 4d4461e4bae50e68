import { describe, expect, it } from 'vitest';
import { edited, text } from './testing/article';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

describe('finding', () => {
  it('finds in the article, goes round, and leaves what was found selected', async () => {
    const ranges = ['ай', 'We', 'he'].map((_, index) => ({ start: index * 20, end: index * 20 + 2 }));
    await open({ find_in_article: ({ query }) => (query ? { ranges, total: 3 } : { ranges: [], total: 0 }) });
    program.surface?.setCaret(10);
    await press('f', { ctrlKey: true });
    const input = document.querySelector<HTMLInputElement>('#find');
    expect(document.activeElement).toBe(input);
    if (!input) throw new Error('no field');
    input.value = 'we';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(asked('find_in_article').at(-1)).toEqual({ document: 1, query: 'we' });
    const count = () =>
      document
        .querySelector('search .count')
        ?.textContent?.replace(/[^\d of]/gu, '')
        .trim();
    expect(count()).toBe('2 of 3');
    await press('Enter');
    await press('Enter');
    expect(count()).toBe('1 of 3');
    await press('Enter', { shiftKey: true });
    expect(count()).toBe('3 of 3');
    await press('Escape');
    expect(document.querySelector('search')).toBeNull();
    expect(program.selection).toEqual({ start: 40, end: 42 });
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
    // What is selected is looked for at once.
    program.surface?.select({ start: 27, end: 31 });
    await press('f', { ctrlKey: true });
    expect(asked('find_in_article').at(-1)).toEqual({ document: 1, query: text.slice(27, 31) });
  });

  it('does any action by its name, in the article', async () => {
    await open({ fill: () => edited({}, { current: 1, active: 1 }) });
    await press('j');
    await press('k', { ctrlKey: true });
    const input = document.querySelector<HTMLInputElement>('.palette input');
    expect(document.activeElement).toBe(input);
    if (!input) throw new Error('no field');
    input.value = 'by author';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(document.querySelector('.palette [aria-selected="true"] kbd')?.textContent).toBe('A');
    await press('Enter');
    expect(asked('fill')).toMatchObject([{ claim: 1, target: { special: 'author' } }]);
    expect(document.querySelector('.palette')).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
    await press('k', { ctrlKey: true });
    await press('Escape');
    expect(document.querySelector('.palette')).toBeNull();
    // What an action needs is said, as by its key.
    await press('Escape');
    await press('k', { ctrlKey: true });
    const again = document.querySelector<HTMLInputElement>('.palette input');
    if (!again) throw new Error('no field');
    again.value = 'claim before';
    again.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    await press('Enter');
    expect(document.querySelector('.said')?.textContent).toContain('No claim is active');
  });
});
