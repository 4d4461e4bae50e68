import { describe, expect, it } from 'vitest';
import type { CarriedView, CorrectionView } from './host/bindings';
import { drawn } from './article/drawn';
import { article, edited, row, span, text } from './testing/article';
import { scheme } from './testing/scheme';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const item = (changes: Partial<CarriedView> = {}): CarriedView => ({
  label: 'claim',
  annotator: 'Leyla',
  before: 'It will rain,',
  after: 'It will snow,',
  range: { start: 1, end: 14 },
  span: 1,
  open: true,
  ...changes,
});
const view = (items: CarriedView[]): CorrectionView => ({
  same: 1,
  changed: items.filter((one) => one.after !== null).length,
  lost: items.filter((one) => one.after === null).length,
  linksLost: 0,
  linksToEntity: 0,
  questionsLost: 0,
  zonesLost: 0,
  reopened: 0,
  items,
});
const lost = item({ before: 'Baku', after: null, label: 'place', range: { start: 27, end: 27 }, span: null });

const field = () => document.querySelector<HTMLTextAreaElement>('.correct textarea');
const shown = (selector: string) =>
  document
    .querySelector(selector)
    ?.textContent?.replace(/[\u2066-\u2069]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

async function type(typed: string) {
  const area = field();
  if (!area) throw new Error('no field');
  area.value = typed;
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await program.correction.judge();
  await settled();
}

const correcting = {
  open_article: ({ document }: { document: number }) =>
    document === 3 ? article({ id: 3, earlier: 1 }) : article({ id: document }),
  preview_correction: () => view([item({ open: false, span: null }), lost]),
  correct_text: () => ({
    document: row(3, { title: 'Rain' }),
    replaced: 1,
    correction: view([item(), lost]),
    history: { undo: 'step-correct', redo: null },
    message: { key: 'said-corrected', arguments: { title: 'Rain', same: 1, changed: 1, lost: 1 } },
  }),
};

describe('correcting the text', () => {
  it('says what would become of the annotations, and saves with Ctrl+Enter', async () => {
    await open(correcting);
    await press('F7');
    expect(field()?.value).toBe(text);
    expect(document.activeElement).toBe(field());
    expect(shown('.correct [role="status"]')).toBe('Nothing is changed yet.');
    const typed = text.replace('rain', 'snow');
    await type(typed);
    expect(asked('preview_correction').at(-1)).toEqual({ document: 1, text: typed });
    expect(shown('.correct [role="status"]')).toBe(
      '1 annotation stays as it is · 1 changes with its text · 1 loses its text',
    );
    await press('Enter', { ctrlKey: true });
    expect(asked('correct_text')).toEqual([{ document: 1, text: typed }]);
    expect(field()).toBeNull();
    expect(program.article?.id).toBe(3);
    // The new version stands where the old one stood.
    expect(program.articles.all).toEqual([3, 2]);
  });

  it('lists what changed, and goes through it by keys', async () => {
    await open({ ...correcting, confirm_span: () => edited({}, { document: 3 }) });
    await press('F7');
    await type(text.replace('rain', 'snow'));
    await press('Enter', { ctrlKey: true });
    expect(shown('.correction [aria-current]')).toBe('look at it Claim It will rain, ⇒ It will snow,');
    expect(program.current).toBe(1);
    await press(' ');
    expect(asked('confirm_span')).toEqual([{ document: 3, span: 1 }]);
    expect(shown('.correction [aria-current]')).toContain('looked at');
    await press('ArrowDown');
    expect(shown('.correction [aria-current]')).toContain('lost its text');
    expect(program.caret).toBe(27);
    await press('Escape');
    expect(document.querySelector('.correction')).toBeNull();
  });

  it('shows at a claim and in its card that its text was corrected, and takes a yes there', async () => {
    const corrected = { ...span(1, 'claim', 0, 15), flags: ['text_changed' as const] };
    await open({
      open_article: () => article({ spans: [corrected] }),
      confirm_span: () => edited({ spans: [{ ...corrected, flags: [] }] }),
    });
    const claim = program.article?.spans.get(1);
    const labels = new Map(scheme.labels.map((label) => [label.id, label]));
    const now = () => program.article;
    expect(claim && drawn(claim, labels, now).number).toBe('1Δ');
    expect(claim && drawn({ ...claim, label: 'place' }, labels, now).number).toBe('Δ');
    expect(shown('.card .flag')).toBe('Δ');
    await press('j');
    document.querySelector<HTMLButtonElement>('.card .corrected button')?.click();
    await settled();
    expect(asked('confirm_span')).toEqual([{ document: 1, span: 1 }]);
    expect(document.querySelector('.card .corrected')).toBeNull();
    expect(document.querySelector('.card .flag')).toBeNull();
    const right = program.article?.spans.get(1);
    expect(right && drawn(right, labels, now).number).toBe('1');
  });

  it('loses nothing that was typed by Escape', async () => {
    await open(correcting);
    await press('F7');
    await type('Something else.');
    await press('Escape');
    expect(field()).toBeNull();
    expect(program.said?.message.key).toBe('correct-kept');
    await press('F7');
    expect(field()?.value).toBe('Something else.');
  });

  it('says in the pane why a text cannot be saved', async () => {
    await open({
      ...correcting,
      preview_correction: () => {
        throw { code: 'Invalid', key: 'problem-empty-text', arguments: {}, hint: null, cause: null };
      },
    });
    await press('F7');
    await type(' ');
    expect(document.querySelector('.correct .problem')?.textContent).not.toBe('');
    await press('Enter', { ctrlKey: true });
    expect(document.querySelector<HTMLButtonElement>('.correct .primary')?.disabled).toBe(true);
  });

  it('goes between an earlier version, which is read only, and the newest', async () => {
    await open({
      open_article: ({ document }) =>
        document === 1 ? article({ id: 1, earlier: 9 }) : article({ id: 9, newer: 1 }),
    });
    document.querySelector<HTMLButtonElement>('header .version')?.click();
    await settled();
    expect(program.article?.id).toBe(9);
    expect(program.readOnly).toBe(true);
    await press('F7');
    expect(program.said?.message.key).toBe('problem-earlier-version');
    expect(field()).toBeNull();
    document.querySelector<HTMLButtonElement>('header .version')?.click();
    await settled();
    expect(program.article?.id).toBe(1);
  });
});
