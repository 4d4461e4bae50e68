import { describe, expect, it, vi } from 'vitest';
import { article, edited } from './testing/article';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

const panel = () => document.querySelector<HTMLElement>('[role="dialog"]');
const strip = () => document.querySelector<HTMLElement>('.strip');
const words = (element: HTMLElement | null) => element?.textContent?.replace(/[\u2066-\u2069]/gu, '').trim();

eachInItsOwnWindow();

describe('questions about the article', () => {
  it('are opened by key at the first without an answer, answered by digit, and left by Escape', async () => {
    const genre = { genre: { value: 'opinion', byRule: false } };
    await open({ set_answer: () => edited({ answers: genre }) });
    expect(panel()).toBeNull();
    expect(strip()).toBeNull();
    await press('A', { shiftKey: true });
    expect(panel()?.getAttribute('aria-label')).toBe('About this article');
    expect(document.activeElement?.closest('[data-question]')?.getAttribute('data-question')).toBe(
      'relevant',
    );
    panel()?.querySelector<HTMLElement>('[data-question="genre"] button')?.focus();
    await settled();
    await press('2');
    expect(asked('set_answer')).toEqual([{ document: 1, attribute: 'genre', value: 'opinion' }]);
    const chosen = panel()?.querySelector<HTMLElement>('[aria-pressed="true"]');
    expect(words(chosen ?? null)).toContain('opinion');
    await press('Escape');
    expect(panel()).toBeNull();
    expect(program.panel).toBeNull();
    expect(words(strip())).toContain('genre: opinion');
    strip()?.click();
    await settled();
    expect(panel()).not.toBeNull();
  });

  it('that are required are reached from the list of what is unfinished', async () => {
    const message = { key: 'check-unanswered', arguments: { question: 'genre' } };
    const finding = { message, range: { start: 0, end: 0 }, span: null, hint: false };
    await open({ checks: () => ({ open: 1, hints: 0, findings: [finding] }) });
    await vi.waitFor(() => expect(program.findings?.open).toBe(1));
    await settled();
    await press('D', { shiftKey: true });
    const line = document.querySelector<HTMLElement>('.list-panel ol button');
    expect(words(line)).toContain('“genre” has no answer');
    line?.click();
    await settled();
    expect(panel()?.querySelector('[data-question="genre"]')).not.toBeNull();
  });

  it('cannot be answered in an article that is done', async () => {
    await open({ open_article: () => article({ status: 'done' }) });
    await press('A', { shiftKey: true });
    const buttons = [...(panel()?.querySelectorAll<HTMLButtonElement>('.choices button') ?? [])];
    expect(buttons.length).toBe(4);
    expect(buttons.every((button) => button.disabled)).toBe(true);
  });
});
