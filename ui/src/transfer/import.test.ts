import { describe, expect, it } from 'vitest';
import type { ImportAsked, ImportSurvey } from '../host/bindings';
import { formats, importAsked, importSurvey } from '../testing/transfer';
import { asked, eachInItsOwnWindow, open, press, settled } from '../testing/window';

eachInItsOwnWindow();

let answer: (asked: ImportAsked) => ImportSurvey = () => importSurvey();

/** The pane with a folder of brat chosen. */
async function opened() {
  await open({
    choose_import: () => ({ asked: importAsked(), formats }),
    survey_import: ({ asked }) => answer(asked),
    import: () => ({ job: 1, title: 'job-import' }),
  });
  await press('i', { ctrlKey: true });
  await settled();
  expect(document.activeElement?.textContent).toContain('Choose files');
  pane()?.querySelector<HTMLButtonElement>('[data-import="folder"]')?.click();
  await settled();
}

const pane = () => document.querySelector('.transfer');
const said = () => document.querySelector('.outcome')?.textContent?.replace(/[⁨⁩]/gu, '') ?? '';
const button = () => pane()?.querySelector<HTMLButtonElement>('.primary');
const becomes = (name: string) => pane()?.querySelector<HTMLSelectElement>(`[data-name="${name}"]`);

async function choose(name: string, value: string) {
  const select = becomes(name);
  if (!select) throw new Error(`no ${name}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

describe('an import', () => {
  it('says what the files would bring before anything is changed', async () => {
    answer = () => importSurvey({ duplicates: 2 });
    await opened();
    expect(asked('choose_import')).toEqual([{ folder: true }]);
    expect(pane()?.querySelector('.chosen')?.textContent).toContain('/data/brat');
    expect(pane()?.querySelector<HTMLInputElement>('input[value="brat"]')?.checked).toBe(true);
    expect(said()).toContain('1 new article, 3 spans, 2 links');
    expect(said()).toContain('2 articles are here already');
    expect(asked('import')).toEqual([]);
    await press('Escape');
    expect(pane()).toBeNull();
  });

  it('maps names by a table that can be changed, and begins with what it shows', async () => {
    answer = ({ labels }) =>
      importSurvey({
        labels: [
          { name: 'Assertion', count: 2, known: false, becomes: labels['Assertion'] ?? 'new' },
          { name: '<b>مكان</b>', count: 1, known: false, becomes: labels['<b>مكان</b>'] ?? 'new' },
        ],
      });
    await opened();
    expect(becomes('Assertion')?.value).toBe('new');
    expect(pane()?.querySelector('tbody b')).toBeNull();
    await choose('Assertion', '=claim');
    expect(becomes('Assertion')?.value).toBe('=claim');
    pane()?.querySelector<HTMLSelectElement>('tbody tr:nth-child(2) select')?.focus();
    await choose('<b>مكان</b>', 'nothing');
    await press('Enter', { ctrlKey: true });
    await settled();
    expect(asked('import')).toEqual([
      importAsked({
        own: 'brat',
        labels: { Assertion: { ours: 'claim' }, '<b>مكان</b>': 'nothing' },
        links: { utteredBy: { ours: 'said_by' } },
      }),
    ]);
    expect(pane()).toBeNull();
  });

  it('maps attributes and values by tables of their own', async () => {
    const ours = [{ id: 'commitment', title: 'commitment' }];
    const values = [{ id: 'hedged', title: 'hedged' }];
    answer = ({ attributes, values: chosen }) =>
      importSurvey({
        attributes_found: [
          {
            id: 'Assertion.certainty',
            of: ['Assertion'],
            name: 'certainty',
            count: 3,
            adds: true,
            ours,
            becomes: attributes['Assertion.certainty'] ?? 'new',
          },
        ],
        values_found: [
          {
            id: 'Assertion.certainty.low',
            of: ['Assertion', 'certainty'],
            name: 'low',
            count: 1,
            adds: false,
            ours: values,
            becomes: chosen['Assertion.certainty.low'] ?? 'same',
          },
        ],
      });
    await opened();
    const row = becomes('Assertion.certainty')?.closest('tr');
    expect(row?.querySelector('th')?.textContent?.replace(/\s+/gu, '')).toBe('Assertion›certainty');
    const choices = [...(becomes('Assertion.certainty.low')?.options ?? [])].map(({ value }) => value);
    expect(choices).toEqual(['=hedged', 'same', 'nothing']);
    await choose('Assertion.certainty', '=commitment');
    await choose('Assertion.certainty.low', '=hedged');
    await press('Enter', { ctrlKey: true });
    await settled();
    expect(asked('import')).toMatchObject([
      {
        attributes: { 'Assertion.certainty': { ours: 'commitment' } },
        values: { 'Assertion.certainty.low': { ours: 'hedged' } },
      },
    ]);
  });

  it('repairs offsets with consent only', async () => {
    const repair = {
      key: 'note-repaired',
      arguments: { articles: 1, spans: 3, what: 'too high', examples: 'Rain' },
    };
    answer = () => importSurvey({ repairs: [repair] });
    await opened();
    expect(said()).toContain('3 spans: too high');
    expect(button()?.disabled).toBe(true);
    pane()?.querySelector<HTMLInputElement>('[data-import="repair"]')?.click();
    await settled();
    expect(button()?.disabled).toBe(false);
  });

  it('with what cannot be read names the places and does not begin', async () => {
    const problem = {
      code: 'Unreadable',
      key: 'problem-line',
      arguments: { path: 'a.ann', line: 7, column: 1, reason: 'no tab.' },
      hint: null,
      cause: null,
    } as const;
    answer = () => importSurvey({ problems: [problem, problem] });
    await opened();
    expect(said()).toContain('a.ann, line 7');
    expect(button()?.disabled).toBe(true);
    await press('Enter', { ctrlKey: true });
    expect(asked('import')).toEqual([]);
  });

  it('into an empty project takes the scheme of the files, unless that is not wanted', async () => {
    answer = () => importSurvey({ takes: true, schemes: ['Toponyms'] });
    await opened();
    expect(said()).toContain('“Toponyms”');
    expect(pane()?.querySelector('table')).toBeNull();
    pane()?.querySelector<HTMLInputElement>('[data-import="take-scheme"]')?.click();
    await settled();
    expect(pane()?.querySelector('table')).not.toBeNull();
  });
});
