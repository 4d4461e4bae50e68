import { beforeEach, describe, expect, it } from 'vitest';
import type { ClaimRowView, ClaimsPage, Commands } from '../host/bindings';
import { article, edited, list, project, row as article_row, span, start } from '../testing/article';
import { asked, eachInItsOwnWindow, host, open, press, program, settled } from '../testing/window';

eachInItsOwnWindow();

const TOTAL = 1_000;

const row = (n: number): ClaimRowView => ({
  span: n === 0 ? 1 : 100 + n,
  document: n === 0 ? 1 : 2,
  number: n + 1,
  label: 'claim',
  words: n === 1 ? 'شمس غدا' : `Claim ${n}`,
  speakers: n === 2 ? [{ name: '', special: 'author' }] : [{ name: 'Amal Aziz', special: null }],
  cues: [],
  places: [],
  attributes: { statement: { value: 'fact', byRule: false } },
  flags: n === 3 ? ['unsure'] : [],
  noted: false,
  title: 'Rain',
  status: 'started',
  language: 'en',
  published: '',
});

type Asked = Commands['claims']['request'];
let total = TOTAL;
let reads = 0;

/** The program: two questions read the articles, the third one finds them read. */
function claims({ first, count }: Asked): ClaimsPage {
  reads += 1;
  const end = Math.min(total, first + count);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => row(first + index));
  return { total, whole: reads > 2, articles: reads, first, rows, found: null };
}

beforeEach(() => {
  total = TOTAL;
  reads = 0;
});

const grid = () => document.querySelector<HTMLElement>('[role="grid"]');
const rows = () => [...document.querySelectorAll<HTMLElement>('[role="grid"] .row')];
const here = () => document.querySelector('[aria-selected="true"]');
const latest = () => asked('claims').at(-1) as Asked;
const pane = (handlers = {}) => open({ claims, ...handlers });

async function fill(selector: string, value: string) {
  const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
  if (!field) throw new Error(`no ${selector}`);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
  await settled();
}

describe('the table of all claims', () => {
  it('opens by key, holds the rows near the view only, and says how many there are', async () => {
    await pane();
    await press('j', { shiftKey: true });
    expect(document.activeElement).toBe(grid());
    expect(grid()?.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1));
    expect(rows().length).toBeGreaterThan(20);
    expect(rows().length).toBeLessThan(100);
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    expect(document.querySelector('.count')?.textContent).toContain('1');
    expect(asked('claims').length).toBeGreaterThanOrEqual(3);
    const arabic = [...document.querySelectorAll('[role="grid"] bdi')].find(
      (text) => text.textContent === 'شمس غدا',
    );
    expect(arabic).toBeDefined();
  });

  it('goes about by keys, and End fetches the last rows alone', async () => {
    await pane();
    await press('j', { shiftKey: true });
    await press('ArrowDown');
    expect(here()?.getAttribute('aria-rowindex')).toBe('3');
    expect(grid()?.getAttribute('aria-activedescendant')).toBe('claims-1-0');
    await press('ArrowRight');
    expect(grid()?.getAttribute('aria-activedescendant')).toBe('claims-1-1');
    await press('End');
    // jsdom scrolls nothing by itself.
    document.querySelector('.body')?.dispatchEvent(new Event('scroll'));
    await settled();
    expect(program.claims.at).toBe(TOTAL - 1);
    expect(latest().first).toBe(900);
    expect(here()?.textContent).toContain('Claim 999');
    await press('Home');
    expect(program.claims.at).toBe(0);
    await press('PageDown');
    expect(program.claims.at).toBeGreaterThan(5);
  });

  it('asks for another order by Space, and turned round by Space again', async () => {
    await pane();
    await press('j', { shiftKey: true });
    await press('ArrowRight');
    await press('ArrowRight');
    await press(' ');
    expect(latest().order).toEqual({ column: 'speaker', attribute: null, descending: false });
    await press(' ');
    expect(latest().order.descending).toBe(true);
    expect(document.querySelector('[aria-sort="descending"]')?.textContent).toContain('Speaker');
    for (let column = 0; column < 3; column += 1) await press('ArrowRight');
    await press(' ');
    expect(latest().order).toMatchObject({ column: 'value', attribute: 'form' });
  });

  it('asks for some of them, from the fields and back by Escape', async () => {
    await pane();
    await press('j', { shiftKey: true });
    await press('/');
    expect(document.activeElement?.matches('[data-claims-words]')).toBe(true);
    await fill('[data-claims-words]', 'rain');
    expect(latest().filter.words).toBe('rain');
    await press('Escape');
    expect(document.activeElement).toBe(grid());
    await fill('label:nth-of-type(4) select', 'statement\nfact');
    expect(latest().filter).toMatchObject({ attribute: 'statement', value: 'fact' });
    await fill('label:nth-of-type(4) select', 'statement\n');
    expect(latest().filter).toMatchObject({ attribute: 'statement', value: null });
    await fill('label:nth-of-type(5) select', 'no_source');
    expect(latest().filter.mark).toBe('no_source');
    await fill('label:nth-of-type(3) select', 'place');
    expect(latest().filter).toMatchObject({ label: 'place', attribute: null, mark: 'no_source' });
    // Places have no speaker, but name what they mention.
    const heads = [...document.querySelectorAll('[role="columnheader"]')].map((head) => head.textContent);
    expect(heads.join()).not.toContain('Speaker');
    const all = [...document.querySelectorAll('button')].find((one) => one.textContent === 'All again');
    all?.click();
    await settled();
    expect(latest().filter).toMatchObject({ label: null, words: '', mark: null });
  });

  it('goes to the claim in its article by Enter, and back to the text by Escape', async () => {
    await pane({
      open_article: ({ document }: { document: number }) =>
        article({
          id: document,
          spans: [span(document === 2 ? 101 : 1, 'claim', 0, 15)],
          links: [],
        }),
    });
    await press('j', { shiftKey: true });
    await press('ArrowDown');
    await press('Enter');
    await settled();
    expect(grid()).toBeNull();
    expect(program.article?.id).toBe(2);
    expect(program.active).toBe(101);
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
    await press('j', { shiftKey: true });
    await press('Escape');
    expect(grid()).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
    expect(program.active).toBe(101);
  });

  it('follows an undo without being opened anew, and keeps to its claim', async () => {
    await pane({ undo: () => edited({}, { document: 1 }) });
    await press('j', { shiftKey: true });
    await press('ArrowDown');
    const before = asked('claims').length;
    total = 400;
    await press('z', { ctrlKey: true });
    expect(asked('undo')).toHaveLength(1);
    expect(asked('claims').length).toBeGreaterThan(before);
    expect((asked('claims')[before] as Asked).find).toBe(101);
    expect(grid()?.getAttribute('aria-rowcount')).toBe('401');
  });

  it('says so where nothing is found', async () => {
    total = 0;
    await pane({
      start: () => start({ project: project({ documents: list([article_row(1)]) }) }),
    });
    await press('j', { shiftKey: true });
    expect(document.querySelector('.none')?.textContent).toBe('Nothing is marked yet.');
    await fill('[data-claims-words]', 'rain');
    expect(document.querySelector('.none')?.textContent).toBe('No claim is so.');
    await press('Enter');
    expect(host.calls.filter((call) => call.name === 'open_article')).toHaveLength(1);
  });
});
