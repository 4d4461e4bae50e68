import { describe, expect, it } from 'vitest';
import type { FilesReport, OfferedFileView, OfferedRow, OfferView } from '../host/bindings';
import type { Handlers } from '../host/memory';
import { article, list, row as articleRow } from '../testing/article';
import { asked, eachInItsOwnWindow, host, open, press, program, settled } from '../testing/window';
import { asText } from './report';

eachInItsOwnWindow();

const row = (changes: Partial<OfferedRow> = {}): OfferedRow => ({
  name: 'river.txt',
  kind: 'text',
  read: true,
  wanted: true,
  title: 'River back',
  articles: 1,
  duplicates: 0,
  near: null,
  noted: false,
  problem: null,
  ...changes,
});

const refusal = {
  code: 'Unreadable',
  key: 'problem-file-no-text',
  arguments: { path: '/in/empty.txt' },
  hint: null,
  cause: null,
} as const;

let rows: OfferedRow[] = [];
const view = (): OfferView => ({
  looking: false,
  compared: true,
  files: rows.length,
  read: rows.filter(({ read }) => read).length,
  refused: rows.filter(({ problem }) => problem).length,
  wanted: rows.filter(({ wanted, problem }) => wanted && !problem).length,
  articles: rows
    .filter(({ wanted, problem }) => wanted && !problem)
    .reduce((sum, { articles, duplicates }) => sum + articles - duplicates, 0),
  passedOver: 0,
  problems: [],
  first: 0,
  rows,
});

const file = (at: number, changes: Partial<OfferedFileView> = {}): OfferedFileView => ({
  file: at,
  path: `/in/${rows[at]?.name ?? ''}`,
  read: true,
  wanted: true,
  kind: 'text',
  encoding: { name: 'windows-1256', foundBy: 'guess' },
  encodings: ['UTF-8', 'windows-1256'],
  columns: null,
  rows: 0,
  total: 1,
  articles: [
    {
      row: 0,
      title: 'عودة',
      beginning: 'عودة\n<b>الصيادين</b>',
      goesOn: true,
      length: 700,
      language: 'ar',
      rightToLeft: true,
      metadata: { author: 'أمل' },
      duplicate: null,
      twin: null,
      near: [],
      nearOffered: [],
    },
  ],
  notes: [],
  problems: [],
  ...changes,
});

const report = (changes: Partial<FilesReport> = {}): FilesReport => ({
  articles: 1,
  without: 1,
  files: [
    {
      path: '/in/river.txt',
      added: [{ id: 77, title: 'River back' }],
      duplicates: [],
      refused: [],
      notes: [],
    },
    {
      path: '/in/empty.txt',
      added: [],
      duplicates: [{ title: 'Rain', row: 3, same: { id: 1, title: 'Rain again', removed: false } }],
      refused: [refusal],
      notes: [],
    },
  ],
  ...changes,
});

async function offered(handlers: Handlers = {}) {
  rows = [row(), row({ name: 'harbour.txt' }), row({ name: 'empty.txt', problem: refusal, articles: 0 })];
  let there = false;
  await open({
    offer: () => (there ? view() : null),
    offered_file: ({ file: at }) => file(at),
    choose_article_files: () => {
      there = true;
      return view();
    },
    want_offered: ({ file: at, wanted }) => {
      rows = rows.map((one, place) => (at === null || at === place ? { ...one, wanted } : one));
      return null;
    },
    leave_offer: () => {
      there = false;
      return null;
    },
    add_offered: () => ({ job: 1, title: 'job-add-files' }),
    read_offered_as: () => null,
    take_offered_column: () => null,
    open_article: ({ document }) => article({ id: document }),
    near_duplicates: () => ({ whole: true, read: 1, total: 0, pairs: [] }),
    ...handlers,
  });
  await press('o', { ctrlKey: true });
  await settled();
}

const pane = () => document.querySelector('.offer');
const text = (selector: string) =>
  (document.querySelector(selector)?.textContent ?? '').replace(/[⁨⁩]/gu, '').replace(/\s+/gu, ' ').trim();
const button = (selector: string) => document.querySelector<HTMLButtonElement>(selector);

describe('files on offer', () => {
  it('are chosen by a key and looked at before anything comes in', async () => {
    await offered();
    expect(asked('choose_article_files')).toEqual([{ folder: false }]);
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    expect(text('.offer header')).toContain('3 files');
    expect(text('.offer header')).toContain('1 cannot be added');
    expect(text('.offer .primary')).toBe('Add 2 articles');
    expect(text('#offered-2')).toContain('There is no text in');
    const beginning = document.querySelector('.beginning');
    expect(beginning?.getAttribute('dir')).toBe('rtl');
    expect(beginning?.querySelector('b')).toBeNull();
    expect(beginning?.textContent).toContain('<b>الصيادين</b>');
    expect(text('.how')).toContain('a guess');
    await press('ArrowDown');
    await settled();
    expect(asked('offered_file').at(-1)).toEqual({ file: 1 });
    expect(document.querySelector('.list')?.getAttribute('aria-activedescendant')).toBe('offered-1');
  });

  it('are taken or left by keys, and Escape leaves them all', async () => {
    await offered();
    await press(' ');
    await settled();
    expect(asked('want_offered')).toEqual([{ file: 0, wanted: false }]);
    expect(text('.offer .primary')).toBe('Add 1 article');
    await press('a', { ctrlKey: true });
    await settled();
    expect(asked('want_offered').at(-1)).toEqual({ file: null, wanted: true });
    await press('Escape');
    await settled();
    expect(pane()).toBeNull();
    expect(asked('leave_offer')).toHaveLength(1);
    expect(asked('add_offered')).toHaveLength(0);
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('are read again as another encoding, and stay on screen meanwhile', async () => {
    let read = true;
    await offered({ offered_file: ({ file: at }) => file(at, read ? {} : { read: false, articles: [] }) });
    read = false;
    const select = document.querySelector<HTMLSelectElement>('.encoding select');
    if (!select) throw new Error('no list of encodings');
    select.value = 'UTF-8';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(asked('read_offered_as')).toEqual([{ file: 0, encoding: 'UTF-8' }]);
    expect(document.querySelector('.beginning')).not.toBeNull();
    expect(document.querySelector('.file')?.getAttribute('aria-busy')).toBe('true');
    read = true;
    host.tell({ kind: 'offered' });
    await settled();
    expect(document.querySelector('.file')?.getAttribute('aria-busy')).toBe('false');
  });

  it('have columns that can be given another meaning', async () => {
    const columns = [
      { name: 'head', samples: ['Rain', 'مطر'], field: null },
      { name: 'body', samples: [], field: 'text' as const },
    ];
    await offered({ offered_file: ({ file: at }) => file(at, { kind: 'csv', columns, rows: 2 }) });
    const selects = [...document.querySelectorAll<HTMLSelectElement>('.columns select')];
    expect(selects.map((select) => select.value)).toEqual(['', 'text']);
    if (!selects[0]) throw new Error('no columns');
    selects[0].value = 'title';
    selects[0].dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(asked('take_offered_column')).toEqual([{ file: 0, column: 0, field: 'title' }]);
  });

  it('are added as a job, and what became of them stays until it is closed', async () => {
    let told = false;
    await offered({
      files_report: () => {
        const first = !told;
        told = true;
        return first ? report() : null;
      },
    });
    await press('Enter');
    await settled();
    expect(pane()).toBeNull();
    expect(document.querySelector('.job')).not.toBeNull();
    const documents = list([articleRow(1), articleRow(2), articleRow(77)]);
    const ended = { files: [], articles: 1, spans: 0, links: 0, notes: [], history: null };
    const message = { key: 'said-files-added', arguments: { articles: 1, files: 2, without: 1 } };
    host.tell({ kind: 'ended', job: 1, report: { ...ended, documents, message }, problem: null });
    await settled();
    await settled();
    expect(program.article?.id).toBe(77);
    expect(text('.added header')).toContain('1 article came in, from 2 files.');
    expect(text('.added .body')).toContain('There is no text in /in/empty.txt.');
    expect(text('.added .body')).toContain('Row 3, “Rain”: its text is here already, as “Rain again”.');
    await press('Escape');
    await settled();
    expect(document.querySelector('.added')).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('come back when the job was stopped', async () => {
    await offered();
    await press('Enter', { ctrlKey: true });
    await settled();
    expect(pane()).toBeNull();
    const problem = { ...refusal, code: 'Stopped', key: 'problem-stopped', arguments: {} } as const;
    host.tell({ kind: 'ended', job: 1, report: null, problem });
    await settled();
    expect(pane()).not.toBeNull();
  });

  it('are shown when they are dropped on the window', async () => {
    await open({ offer: () => view(), offered_file: ({ file: at }) => file(at), leave_offer: () => null });
    program.panel = null;
    rows = [row()];
    host.tell({ kind: 'dragged', over: true });
    await settled();
    expect(document.querySelector('.drop')).not.toBeNull();
    host.tell({ kind: 'given', project: false, files: true, problem: null });
    await settled();
    expect(document.querySelector('.drop')).toBeNull();
    expect(pane()).not.toBeNull();
    expect(button('.offer .primary')?.disabled).toBe(false);
  });
});

describe('the report as a text', () => {
  it('has everything, and no marks of direction', () => {
    expect(asText(report())).toBe(
      [
        '1 article came in, from 2 files.',
        '',
        'Not added',
        '/in/empty.txt',
        '  There is no text in /in/empty.txt.',
        '  Row 3, “Rain”: its text is here already, as “Rain again”.',
        '',
        'Added',
        '/in/river.txt',
        '  River back',
        '',
      ].join('\n'),
    );
  });
});
