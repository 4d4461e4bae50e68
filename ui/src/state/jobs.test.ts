import { describe, expect, it } from 'vitest';
import type { TransferReport } from '../host/bindings';
import { list, row } from '../testing/article';
import { exportAsked } from '../testing/transfer';
import { eachInItsOwnWindow, host, open, press, program, settled } from '../testing/window';

const report = (more: Partial<TransferReport> = {}): TransferReport => ({
  files: ['out.jsonl'],
  articles: 9,
  spans: 2,
  links: 1,
  notes: [],
  message: { key: 'said-exported', arguments: { articles: 9, spans: 2, links: 1 } },
  documents: null,
  history: null,
  ...more,
});

const strip = () => document.querySelector('.job');
const said = () => document.querySelector('.said')?.textContent ?? '';

async function begun(job = 1) {
  await open({
    export: () => ({ job, title: 'job-export' }),
    stop_job: () => null,
    near_duplicates: () => ({ whole: true, read: 9, total: 0, pairs: [] }),
  });
  await program.jobs.begin(program.ask('export', exportAsked()));
  await settled();
}

eachInItsOwnWindow();

describe('a job', () => {
  it('is shown with its progress until it is over', async () => {
    await begun();
    expect(strip()?.textContent).toContain('Writing');
    host.tell({ kind: 'progress', job: 1, done: 5, total: 18, unit: 'articles' });
    await settled();
    expect(strip()?.textContent).toContain('27');
    expect(strip()?.querySelector('progress')?.value).toBeCloseTo(5 / 18);
    host.tell({ kind: 'ended', job: 1, report: report(), problem: null });
    await settled();
    expect(strip()).toBeNull();
    expect(said()).toContain('Wrote');
  });

  it('is stopped by its button and by a key, and says so', async () => {
    await begun();
    await press('Escape', { shiftKey: true });
    await settled();
    expect(host.calls.at(-1)).toEqual({ name: 'stop_job', request: { job: 1 } });
    expect(strip()?.querySelector('button')?.disabled).toBe(true);
    const problem = {
      code: 'Stopped',
      key: 'problem-stopped',
      arguments: {},
      hint: null,
      cause: null,
    } as const;
    host.tell({ kind: 'ended', job: 1, report: null, problem });
    await settled();
    expect(strip()).toBeNull();
    expect(said()).toContain('Stopped.');
    expect(document.querySelector('.said .refused')).toBeNull();
    await press('Escape', { shiftKey: true });
    await settled();
    expect(said()).toContain('Nothing is running');
  });

  it('that is over before its beginning was answered is not shown', async () => {
    await open({
      export: () => {
        host.tell({ kind: 'ended', job: 1, report: report(), problem: null });
        return { job: 1, title: 'job-export' };
      },
    });
    await program.jobs.begin(program.ask('export', exportAsked()));
    await settled();
    expect(strip()).toBeNull();
    expect(said()).toContain('Wrote');
  });

  it('that brought articles has the window read them', async () => {
    await begun();
    const documents = list([row(1), row(2), row(77, { title: 'Ferries' })]);
    const history = { undo: 'step-import', redo: null };
    host.tell({
      kind: 'ended',
      job: 1,
      report: report({ documents, history }),
      problem: null,
    });
    await settled();
    expect(program.articles.row(77)?.title).toBe('Ferries');
    expect(program.history.undo).toBe('step-import');
    expect(host.calls.filter(({ name }) => name === 'start')).toHaveLength(2);
    const near = host.calls.find(({ name }) => name === 'near_duplicates');
    expect(near?.request).toEqual({ among: [77] });
  });
});
