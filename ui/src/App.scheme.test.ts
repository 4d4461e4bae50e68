import { describe, expect, it } from 'vitest';
import type { SchemeEffects, SchemeVerdict } from './host/bindings';
import { edited } from './testing/article';
import { draft } from './testing/draft';
import { scheme } from './testing/scheme';
import { asked, eachInItsOwnWindow, open, press, program, settled } from './testing/window';

const fine: SchemeVerdict = { faults: [], contrasts: [] };
const nothing: SchemeEffects = { effects: [], decided: true };
const used = (decided: boolean, instead: string | null): SchemeEffects => ({
  decided,
  effects: [
    {
      part: { part: 'label', label: 'cue' },
      title: 'Cue',
      instead,
      decided,
      spans: 3,
      links: 0,
      values: 0,
      articles: 2,
      lostValues: 0,
      lostLinks: 1,
      choices: [{ id: 'speaker', title: 'Speaker' }],
    },
  ],
});

const handlers = {
  scheme_file: () => draft(),
  scheme_templates: () => [{ id: 'toponyms', title: 'Place names', help: 'Where' }],
  judge_scheme: () => fine,
  preview_scheme: () => nothing,
  change_scheme: () =>
    edited({}, { scheme: { ...scheme, title: 'Mine' }, message: { key: 'said-scheme-same', arguments: {} } }),
};

/** What stands in the pane, without the marks that isolate directions. */
const words = () => pane()?.textContent?.replace(/[\u2066-\u2069]/gu, '');
const pane = () => document.querySelector<HTMLElement>('.over section');
const field = (name: string) => {
  const labels = [...(pane()?.querySelectorAll('label') ?? [])];
  const id = labels.find((label) => label.textContent?.trim() === name)?.htmlFor ?? '';
  const found = document.getElementById(id);
  if (!found) throw new Error(`no field ${name}`);
  return found as HTMLInputElement;
};
const button = (name: string) => {
  const found = [...(pane()?.querySelectorAll('button') ?? [])].find((one) =>
    one.textContent?.includes(name),
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const type = async (input: HTMLInputElement, value: string) => {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
};
const opened = async (more: object = {}) => {
  await open({ ...handlers, ...more });
  await press('E', { ctrlKey: true, shiftKey: true });
  await settled();
};

eachInItsOwnWindow();

describe('the scheme editor', () => {
  it('opens by key over the article, whose keys rest meanwhile', async () => {
    await opened();
    expect(pane()?.querySelector('h1')?.textContent).toBe('Scheme');
    expect(document.activeElement?.textContent).toContain('Claim');
    const before = asked('mark').length;
    await press('c');
    expect(asked('mark').length).toBe(before);
    await press('Escape');
    expect(program.editor).toBeNull();
  });

  it('sends the whole scheme with what it does not know, and takes over the answer', async () => {
    const own = { ...draft(), later: { kept: 1 } };
    await opened({ scheme_file: () => own });
    await type(field('Title'), 'Content');
    await press('s', { ctrlKey: true });
    const [request] = asked('change_scheme') as [{ scheme: typeof own }];
    expect(request.scheme.labels[0]?.title).toBe('Content');
    expect(request.scheme.labels[0]?.id).toBe('claim');
    expect(request.scheme.later).toEqual({ kept: 1 });
    expect(program.editor).toBeNull();
    expect(program.project?.scheme.title).toBe('Mine');
  });

  it('takes a letter by pressing it, and says who has it', async () => {
    await opened();
    const key = field('Key');
    key.focus();
    await press('d');
    expect(key.value).toBe('C');
    expect(words()).toContain('D is taken by Postil');
    await press('s');
    expect(words()).toContain('“Speaker or actor” has S already');
    await press('z');
    expect(key.value).toBe('Z');
    await press('Backspace');
    expect(key.value).toBe('');
  });

  it('shows what is in use before it goes, and asks for each', async () => {
    const asks: unknown[] = [];
    await opened({
      preview_scheme: ({ decisions }: { decisions: { instead: string | null }[] }) => {
        asks.push(decisions);
        return used(decisions.length > 0, decisions[0]?.instead ?? null);
      },
    });
    button('Cue').click();
    await settled();
    pane()?.querySelector<HTMLButtonElement>('.headline [aria-label^="Remove"]')?.click();
    await settled();
    await press('s', { ctrlKey: true });
    expect(asked('change_scheme')).toEqual([]);
    expect(words()).toContain('3 times');
    const choice = pane()?.querySelector('select');
    if (!choice) throw new Error('nothing to decide');
    choice.value = 'speaker';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    expect(words()).toContain('no place there');
    button('Change the scheme').click();
    await settled();
    const [request] = asked('change_scheme') as [{ decisions: unknown }];
    expect(request.decisions).toEqual([{ part: { part: 'label', label: 'cue' }, instead: 'speaker' }]);
    expect(program.editor).toBeNull();
  });

  it('asks before it throws changes away', async () => {
    await opened();
    await type(field('Title'), 'Content');
    await press('Escape');
    expect(pane()?.querySelector('[role="alertdialog"]')).not.toBeNull();
    await press('Escape');
    expect(pane()?.querySelector('[role="alertdialog"]')).toBeNull();
    expect(field('Title').value).toBe('Content');
    await press('Escape');
    button('Throw them away').click();
    await settled();
    expect(program.editor).toBeNull();
    expect(asked('change_scheme')).toEqual([]);
  });

  it('gives a new label an id of its title, and puts it first among the marks to write', async () => {
    await opened();
    button('+ Label').click();
    await settled();
    expect(document.activeElement).toBe(field('Title'));
    await type(field('Title'), 'Reported question');
    await press('s', { ctrlKey: true });
    const [request] = asked('change_scheme') as [{ scheme: { labels: { id: string; key: string }[] } }];
    expect(request.scheme.labels.at(-1)).toMatchObject({ id: 'reported_question', key: 'Z' });
  });

  it('gives a link kind fields as it gives them to a label, without a rule to fill them', async () => {
    await opened();
    button('said by').click();
    await settled();
    button('Add a field').click();
    await settled();
    const form = pane()?.querySelector<HTMLElement>('li .form');
    const title = form?.querySelector<HTMLInputElement>('input');
    if (!title) throw new Error('no form of the field');
    expect(document.activeElement).toBe(title);
    await type(title, 'How it was heard');
    expect(form?.textContent).not.toContain('Filled by');
    button('Add a value').click();
    await settled();
    const value = form?.querySelector<HTMLInputElement>('input.title');
    if (!value) throw new Error('no value');
    await type(value, 'Second hand');
    value.focus();
    await press('Enter');
    const values = [...(form?.querySelectorAll<HTMLInputElement>('input.title') ?? [])];
    expect(values).toHaveLength(2);
    expect(document.activeElement).toBe(values[1]);
    await type(values[1] ?? value, 'First hand');
    await press('s', { ctrlKey: true });
    const [request] = asked('change_scheme') as [{ scheme: ReturnType<typeof draft> }];
    const link = request.scheme.links.find(({ id }) => id === 'said_by');
    expect(link?.attributes).toMatchObject([
      {
        id: 'how_it_was_heard',
        kind: 'choice',
        values: [
          { id: 'second_hand', title: 'Second hand' },
          { id: 'first_hand', title: 'First hand' },
        ],
      },
    ]);
  });
});
