import { beforeEach, describe, expect, it } from 'vitest';
import type { BinRow, Commands, DocumentRow } from './host/bindings';
import type { Handlers } from './host/memory';
import { article, edited, list, project, row, start } from './testing/article';
import { listed } from './testing/library';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const four = [
  row(1, { title: 'Rain', status: 'started', claims: 1 }),
  row(2, { title: 'Sun', language: 'az' }),
  row(3, { title: 'شمس غدا', language: 'ar', status: 'done' }),
  row(4, { title: 'Snow' }),
];

const shown = () => [...document.querySelectorAll('nav .row .title')].map((title) => title.textContent);
const chosen = () => [...document.querySelectorAll('nav .row.chosen .title')].map((one) => one.textContent);
const words = () => document.querySelector<HTMLInputElement>('[data-library-words]');
const here = () => document.activeElement?.querySelector('.title')?.textContent;
const latest = () => asked('library').at(-1) as Commands['library']['request'];

async function fill(selector: string, value: string) {
  const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  const change = field instanceof HTMLSelectElement || field.dataset['part'] === 'from';
  field.dispatchEvent(new Event(change ? 'change' : 'input', { bubbles: true }));
  await settled();
}

async function click(selector: string, changes: MouseEventInit = {}) {
  const target = document.querySelector(selector);
  if (!target) throw new Error(`no ${selector}`);
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...changes }));
  await settled();
}

const window = (documents: DocumentRow[] = four, handlers: Handlers = {}, fetched = documents.length) =>
  open({
    start: () => start({ project: project({ documents: list(documents, fetched) }) }),
    snippets: ({ documents }) =>
      documents.map((document) => ({
        document,
        place: 'marked',
        label: 'claim',
        before: 'it said ',
        found: 'Rain',
        after: ' again',
      })),
    ...handlers,
  });

describe('the list of articles', () => {
  it('is searched from anywhere by keys, and shows where the words stand', async () => {
    await window();
    await press('f', { ctrlKey: true, shiftKey: true });
    expect(document.activeElement).toBe(words());
    await fill('[data-library-words]', 'rain');
    expect(latest().asked?.filter.words).toBe('rain');
    expect(shown()).toEqual(['Rain']);
    expect(document.querySelector('.snippet')?.textContent).toBe('it said Rain again');
    expect(document.querySelector('.snippet')?.getAttribute('dir')).toBe('auto');
    expect(document.querySelector('.detail .place')?.textContent).toBe('Claim');
    expect(document.querySelector('.search .count')?.textContent?.replace(/[⁨⁩]/gu, '')).toContain('1 of 4');
    await press('ArrowDown');
    expect(here()).toBe('Rain');
    await press('/');
    expect(document.activeElement).toBe(words());
    await fill('[data-library-words]', 'nothing');
    expect(document.querySelector('nav .none')?.textContent?.trim()).toBe('No article has these words.');
  });

  it('is filtered and sorted, with how many there are, and remembers it', async () => {
    await window(four, {
      library: ({ asked }) => ({
        asked: asked ?? {
          filter: { ...program.library.filter, language: 'az' },
          order: { column: 'title', descending: true },
        },
        articles: asked?.filter.status === 'done' ? [3] : [2],
        whole: true,
        done: 1,
        read: 4,
        counts: {
          statuses: [2, 1, 1],
          languages: { en: 2, az: 1, und: 1 },
          outlets: {},
          labels: {},
          flags: {},
        },
      }),
    });
    // As the project was left.
    expect(shown()).toEqual(['Sun']);
    expect(latest().asked?.order).toEqual({ column: 'title', descending: true });
    const options = [...document.querySelectorAll('[data-part="language"] option')].map((one) =>
      one.textContent?.replace(/[⁨⁩]/gu, ''),
    );
    expect(options).toEqual(['Any language', 'English (2)', 'Azerbaijani (1)', 'Language unknown (1)']);
    await fill('[data-part="status"]', 'done');
    expect(shown()).toEqual(['شمس غدا']);
    expect(latest().asked?.filter).toMatchObject({ status: 'done', language: 'az' });
    await fill('[data-part="from"]', ' 2026 ');
    expect(latest().asked?.filter.from).toBe('2026');
    await click('.search .link');
    expect(shown()).toHaveLength(4);
    expect(latest().asked?.filter).toMatchObject({ status: null, language: null, from: '' });
  });

  it('goes to the next article of what is listed', async () => {
    await window();
    await fill('[data-library-words]', 's');
    expect(shown()).toEqual(['Sun', 'Snow']);
    program.surface?.focus();
    await press('PageDown', { ctrlKey: true });
    expect(program.article?.id).toBe(2);
    await press('PageDown', { ctrlKey: true });
    expect(program.article?.id).toBe(4);
  });

  it('keeps the rows near the view only, and goes about in them by keys', async () => {
    const all = Array.from({ length: 10_000 }, (_, index) => row(index + 1));
    const handlers: Handlers = {
      library: (request) => listed(request, all),
      article_rows: ({ documents }) => documents.map((id) => row(id)),
    };
    await window(all, handlers, 100);
    expect(asked('article_rows')).toEqual([]);
    program.pane = 'text';
    await press('F6', { shiftKey: true });
    expect(document.querySelectorAll('nav .row').length).toBeLessThan(120);
    await press('End');
    expect(here()).toBe('Article 10000');
    expect(document.querySelectorAll('nav .row').length).toBeLessThan(120);
    await press('ArrowUp');
    expect(here()).toBe('Article 9999');
    await press('Home');
    expect(here()).toBe('Article 1');
    // Rows are fetched where they are looked at, and once.
    const fetched = (asked('article_rows') as Commands['article_rows']['request'][]).flatMap(
      ({ documents }) => documents,
    );
    expect(new Set(fetched).size).toBe(fetched.length);
    expect(fetched).toContain(10_000);
    expect(fetched.length).toBeLessThan(120);
  });
});

describe('several articles', () => {
  beforeEach(() => window());

  it('are chosen with Shift and Ctrl, by mouse and by key', async () => {
    await click('[data-article="2"]', { ctrlKey: true });
    await click('[data-article="4"]', { shiftKey: true });
    expect(chosen()).toEqual(['Sun', 'شمس غدا', 'Snow']);
    expect(program.article?.id).toBe(1);
    await click('[data-article="3"]', { ctrlKey: true });
    expect(chosen()).toEqual(['Sun', 'Snow']);
    document.querySelector<HTMLElement>('[data-article="1"]')?.focus();
    await press('Escape');
    expect(chosen()).toEqual([]);
    await press('ArrowDown', { shiftKey: true });
    await press('ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual(['Rain', 'Sun', 'شمس غدا']);
    await press('ArrowUp', { shiftKey: true });
    expect(chosen()).toEqual(['Rain', 'Sun']);
    await press('a', { ctrlKey: true });
    expect(chosen()).toHaveLength(4);
    expect(document.querySelector('nav .row')?.getAttribute('aria-pressed')).toBe('true');
    await press(' ', { ctrlKey: true });
    expect(chosen()).toHaveLength(3);
  });
});

describe('several articles at once', () => {
  it('get a status', async () => {
    const rows = [row(2, { title: 'Sun', status: 'done' }), row(4, { title: 'Snow', status: 'done' })];
    await window(four, { set_status: () => edited({}, { rows }) });
    await click('[data-article="4"]', { ctrlKey: true });
    await click('[data-article="2"]', { ctrlKey: true });
    await fill('[data-set-status]', 'done');
    expect(asked('set_status')).toEqual([{ documents: [2, 4], status: 'done' }]);
    expect(document.querySelectorAll('nav .row.done')).toHaveLength(3);
    expect(document.querySelector('progress')?.value).toBe(3);
  });

  it('are counted anew after an edit of rows that were never looked at', async () => {
    const all = Array.from({ length: 300 }, (_, index) => row(index + 1));
    let done = 0;
    await window(
      all,
      {
        library: (request) => ({ ...listed(request, all), done }),
        undo: () => {
          done = 2;
          return edited({}, { rows: [row(200, { status: 'done' }), row(201, { status: 'done' })] });
        },
      },
      100,
    );
    expect(document.querySelector('progress')?.value).toBe(0);
    await press('u');
    await expect.poll(() => document.querySelector('progress')?.value).toBe(2);
  });

  it('come as another list where many change', async () => {
    const after = four.map((one) => ({ ...one, status: 'done' as const }));
    await window(four, {
      set_status: () => edited({}, { list: list(after, 2) }),
      article_rows: ({ documents }) => after.filter(({ id }) => documents.includes(id)),
    });
    await press('F6', { shiftKey: true });
    await press('a', { ctrlKey: true });
    await fill('[data-set-status]', 'done');
    await settled();
    expect(document.querySelectorAll('nav .row.done')).toHaveLength(4);
    expect(asked('article_rows')).toEqual([{ documents: [3, 4] }]);
    expect(document.querySelector('progress')?.value).toBe(4);
  });

  it('go to the bin, and what was open goes on with one that stays', async () => {
    await window(four, {
      remove_articles: ({ documents }) => edited({}, { removedRows: documents }),
      open_article: ({ document }) => article({ id: document }),
    });
    document.querySelector<HTMLElement>('[data-article="1"]')?.focus();
    await press('ArrowDown', { shiftKey: true });
    await press('Delete');
    expect(asked('remove_articles')).toEqual([{ documents: [1, 2] }]);
    expect(shown()).toEqual(['شمس غدا', 'Snow']);
    expect(program.article?.id).toBe(3);
    expect(here()).toBe('شمس غدا');
  });
});

describe('the bin', () => {
  const old: BinRow[] = [{ id: 9, title: 'Old', language: 'en', claims: 2 }];

  it('opens by key, gives back what is in it, and Escape leaves it', async () => {
    let bin = old;
    await window(four, {
      bin: () => bin,
      restore_articles: () => {
        bin = [];
        return edited({}, { rows: [row(9, { title: 'Old' })] });
      },
    });
    await press('Delete', { ctrlKey: true });
    expect(document.activeElement?.textContent).toBe('Take out');
    await click('.bin li button');
    expect(asked('restore_articles')).toEqual([{ documents: [9] }]);
    expect(document.querySelector('.bin .none')?.textContent).toBe('The bin is empty.');
    await press('Escape');
    expect(document.querySelector('.bin')).toBeNull();
    expect(shown()).toContain('Old');
  });

  it('is emptied only after it said that this is for good', async () => {
    let bin = old;
    await window(four, {
      bin: () => bin,
      empty_bin: () => {
        bin = [];
        return edited();
      },
    });
    await press('Delete', { ctrlKey: true });
    await click('.bin footer button');
    expect(document.querySelector('.bin [role="alert"]')?.textContent).toContain('cannot be undone');
    expect(document.activeElement?.textContent).toBe('Keep them');
    await press('Escape');
    expect(document.querySelector('.bin [role="alert"]')).toBeNull();
    expect(asked('empty_bin')).toEqual([]);
    await click('.bin footer button');
    await click('.bin .danger');
    expect(asked('empty_bin')).toHaveLength(1);
    expect(document.querySelector('.bin .none')).not.toBeNull();
  });
});
