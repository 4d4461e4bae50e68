import { describe, expect, it } from 'vitest';
import type { ExportAsked, ExportSurvey } from '../host/bindings';
import { exportAsked, exportChoices, exportSurvey } from '../testing/transfer';
import { asked, eachInItsOwnWindow, host, open, press, program, settled } from '../testing/window';

eachInItsOwnWindow();

let answer: (asked: ExportAsked) => ExportSurvey = () => exportSurvey();
let job: { job: number; title: string } | null = null;

async function opened(kept: Partial<ExportAsked> = {}) {
  await open({
    export_choices: () => exportChoices({ asked: exportAsked(kept) }),
    survey_export: ({ asked }) => answer(asked),
    export: () => job,
    show_file: () => null,
  });
  await press('S', { ctrlKey: true, shiftKey: true });
  await settled();
}

const pane = () => document.querySelector('.transfer');
const said = () => document.querySelector('.outcome')?.textContent?.replace(/[⁨⁩]/gu, '') ?? '';
const button = () => pane()?.querySelector<HTMLButtonElement>('.primary');
const field = <T extends HTMLElement>(selector: string) => pane()?.querySelector<T>(selector) as T;
const last = () => (asked('survey_export').at(-1) as { asked: ExportAsked }).asked;

async function choose(selector: string, value: string) {
  const select = field<HTMLSelectElement>(selector);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

async function tick(selector: string) {
  field<HTMLInputElement>(selector).click();
  await settled();
}

describe('an export', () => {
  it('opens by key with what was asked for last, and says what would go out', async () => {
    answer = () => exportSurvey();
    await opened({ format: 'csv', options: { csv: { tables: 'all' } } });
    expect(document.activeElement?.getAttribute('value')).toBe('csv');
    expect(field<HTMLSelectElement>('[data-option="tables"]').value).toBe('all');
    expect(field<HTMLInputElement>('[data-option="neutralise"]').checked).toBe(true);
    expect(said()).toContain('2 articles, 5 spans, 3 links');
    expect(said()).toContain('Everything is kept');
    await press('Escape');
    expect(pane()).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('draws the options of the chosen format from its row', async () => {
    await opened();
    expect(field('[data-option]')).toBeNull();
    await tick('input[value="brat"]');
    expect(field<HTMLInputElement>('[data-option="attributions"]').checked).toBe(false);
    await tick('[data-option="attributions"]');
    expect(last().options).toEqual({ brat: { attributions: 'yes' } });
    expect(pane()?.querySelector('footer')?.textContent).toContain('folder');
    // Only what can be without its texts offers that.
    expect(field('[data-export="without-text"]')).toBeNull();
  });

  it('asks again with each choice, and shows what is lost and the first lines as plain text', async () => {
    answer = ({ labels }) =>
      exportSurvey({
        spans: labels.length > 0 ? 1 : 5,
        losses: [{ key: 'loss-note', arguments: { count: 3, examples: 'a; b' } }],
        files: [{ name: 'a.ann', lines: ['T1\tclaim 0 2\t<b>شمس</b>'], text: true }],
      });
    await opened();
    await tick('[data-label="claim"]');
    expect(last().labels).toEqual(['claim']);
    expect(said()).toContain('1 span,');
    expect(said()).toContain('the notes of 3 spans');
    expect(document.querySelector('.outcome pre')?.textContent).toContain('<b>شمس</b>');
    expect(document.querySelector('.outcome pre b')).toBeNull();
    await choose('[data-export="scope"]', 'all');
    await choose('[data-flag="unsure"]', 'without');
    expect(last()).toMatchObject({ scope: 'all', withoutFlags: ['unsure'], withFlags: [] });
    await choose('[data-flag="unsure"]', 'with');
    expect(last()).toMatchObject({ withoutFlags: [], withFlags: ['unsure'] });
    await tick('[data-export="parts"]');
    expect(last().parts.map(({ name, share }) => `${name} ${share}`)).toEqual([
      'train 80',
      'dev 10',
      'test 10',
    ]);
    // Nobody is named who has not agreed.
    expect(pane()?.querySelector('.agreed')?.textContent).toContain('Bela');
    await tick('[data-export="anonymous"]');
    expect(pane()?.querySelector('.agreed')).toBeNull();
    expect(last().anonymous).toBe(false);
  });

  it('that would be refused says why and cannot begin', async () => {
    const problem = {
      code: 'NotFound',
      key: 'problem-nothing-done',
      arguments: {},
      hint: null,
      cause: null,
    } as const;
    answer = () => exportSurvey({ articles: 0, problem });
    await opened();
    expect(pane()?.querySelector('[role="alert"]')?.textContent).toContain('no article is done');
    expect(button()?.disabled).toBe(true);
    await press('Enter', { ctrlKey: true });
    expect(asked('export')).toEqual([]);
  });

  it('begins by key, stays where the person cancels, and ends with where its files are', async () => {
    answer = () => exportSurvey();
    job = null;
    await opened();
    await press('Enter', { ctrlKey: true });
    await settled();
    expect(asked('export')).toEqual([exportAsked()]);
    expect(pane()).not.toBeNull();
    job = { job: 1, title: 'job-export' };
    await press('Enter', { ctrlKey: true });
    await settled();
    expect(pane()).toBeNull();
    const message = { key: 'said-exported', arguments: { articles: 2, spans: 5, links: 3 } };
    const report = {
      files: ['/data/out.jsonl'],
      articles: 2,
      spans: 5,
      links: 3,
      notes: [],
      message,
      documents: null,
      history: null,
    };
    host.tell({ kind: 'ended', job: 1, report, problem: null });
    await settled();
    const dialog = document.querySelector('dialog[open]');
    expect(dialog?.textContent).toContain('/data/out.jsonl');
    const show = [...(dialog?.querySelectorAll('button') ?? [])].find((one) =>
      one.textContent?.includes('Show in folder'),
    );
    show?.click();
    await settled();
    expect(asked('show_file')).toEqual([{ path: '/data/out.jsonl' }]);
  });

  it('asks until all articles are looked at', async () => {
    let read = 0;
    answer = () => exportSurvey({ read: (read += 1), all: 3, whole: read >= 3 });
    await opened();
    await settled();
    expect(asked('survey_export')).toHaveLength(3);
    expect(asked('survey_export').map((request) => (request as { anew: boolean }).anew)).toEqual([
      true,
      false,
      false,
    ]);
    expect(program.panel).toBe('export');
    expect(button()?.disabled).toBe(false);
  });
});
