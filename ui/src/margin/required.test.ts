import { describe, expect, it } from 'vitest';
import type { SchemeView } from '../host/bindings';
import { article, project, span, start } from '../testing/article';
import { scheme } from '../testing/scheme';
import { eachInItsOwnWindow, open, press } from '../testing/window';

eachInItsOwnWindow();

const required: SchemeView = {
  ...scheme,
  questions: scheme.questions.map((question) => ({ ...question, required: question.id === 'genre' })),
  labels: scheme.labels.map((label) => ({
    ...label,
    attributes: label.attributes.map((field) => ({ ...field, required: field.id === 'medium' })),
  })),
};

const group = (title: string) => document.querySelector(`[role="group"][aria-label^="${title}"]`);
const plain = (words: string | null | undefined) => words?.replace(/[\u2066-\u2069]/gu, '');

async function openWith(attributes = {}, answers = {}) {
  await open({
    start: () => start({ project: project({ scheme: required }) }),
    open_article: () => article({ spans: [{ ...span(1, 'claim', 0, 15), attributes }], answers }),
  });
}

describe('a field that must not stay empty', () => {
  it('stands in the card though others of its kind are one step away, and says so', async () => {
    await openWith();
    await press('j');
    const medium = document.querySelector('[role="group"][aria-label*="medium"]');
    expect(plain(medium?.getAttribute('aria-label'))).toBe('medium, required, still empty');
    expect(medium?.querySelector('.missing')?.textContent).toBe('required');
    expect(group('statement')?.querySelector('.missing')).toBeNull();
  });

  it('says no more of it once it has a value', async () => {
    await openWith({ medium: { value: 'speech', byRule: false } });
    await press('j');
    expect(group('medium')?.getAttribute('aria-label')).toBe('medium');
    expect(group('medium')?.querySelector('.missing')).toBeNull();
  });
});

describe('a question about the article that must be answered', () => {
  it('stands over the text until it is', async () => {
    await openWith();
    expect(plain(document.querySelector('.strip')?.textContent?.trim())).toBe('genre: required');
    await press('A', { shiftKey: true });
    const asked = document.querySelector('[data-question="genre"] [role="group"]');
    expect(plain(asked?.getAttribute('aria-label'))).toBe('genre, required, still empty');
  });

  it('stands there with its answer afterwards', async () => {
    await openWith({}, { genre: { value: 'opinion', byRule: false } });
    expect(plain(document.querySelector('.strip')?.textContent?.trim())).toBe('genre: opinion');
  });
});
