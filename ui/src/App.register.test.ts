import { describe, expect, it } from 'vitest';
import type { EntityCard, MentionView, RegisterRow } from './host/bindings';
import { article, edited } from './testing/article';
import { asked, eachInItsOwnWindow, host, open, press, program, settled } from './testing/window';

eachInItsOwnWindow();

const row = (id: number, name: string, mentions = 1): RegisterRow => ({
  id,
  kind: 'person',
  name,
  role: '',
  mentions,
});

const people = [row(1, 'Amal Aziz', 2), row(2, '王小明'), row(3, 'محمد العلي', 0)];

const card = (id: number): EntityCard => ({
  id,
  kind: 'person',
  name: people.find((one) => one.id === id)?.name ?? '',
  aliases: ['Amal'],
  note: '',
  fields: [
    { field: 'role_title', value: 'spokesperson' },
    { field: 'wikidata', value: '' },
    { field: 'lat', value: '40.37' },
    { field: 'lon', value: '49.89' },
  ],
  linkKinds: ['affiliated_with'],
  links: [],
  merged: [],
  mentions: 2,
  pointing: 1,
  articles: 2,
});

const mention = (span: number, document: number, own = true): MentionView => ({
  span,
  document,
  title: `Article ${document}`,
  range: { start: 16, end: 20 },
  before: '“It will rain,” ',
  quote: 'Amal',
  after: ' said.',
  own,
  annotator: 'Ben',
});

const handlers = {
  register: ({ query, find }: { query: string; find?: number | null }) => {
    const rows = people.filter((one) => one.name.toLowerCase().includes(query.toLowerCase()));
    const found = rows.findIndex((one) => one.id === find);
    return {
      total: rows.length,
      kinds: [{ kind: 'person', count: rows.length }],
      rows,
      found: found < 0 ? null : found,
    };
  },
  entity_card: ({ entity }: { entity: number }) => card(entity),
  mentions: () => ({ total: 2, rows: [mention(2, 1), mention(9, 2, false)] }),
};

const pane = () => document.querySelector('.register');
const selected = () => pane()?.querySelector('[role="option"][aria-selected="true"] .name')?.textContent;
const input = (label: string) =>
  [...(pane()?.querySelectorAll<HTMLElement>('label') ?? [])].find((one) => one.textContent === label)
    ?.nextElementSibling as HTMLInputElement;
const type = async (field: HTMLInputElement, text: string) => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settled();
};

describe('the register', () => {
  it('opens at the current mention, is gone through by keys, and goes back to the same caret', async () => {
    await open(handlers);
    program.moveTo(18);
    program.current = 2;
    await press('e', { ctrlKey: true });
    expect(selected()).toBe('Amal Aziz');
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    await press('ArrowDown');
    expect(selected()).toBe('王小明');
    await press('End');
    expect(selected()).toBe('محمد العلي');
    // Letters of the article do nothing here.
    await press('c');
    expect(asked('mark')).toEqual([]);
    await press('Escape');
    expect(pane()).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
    expect([program.caret, program.current]).toEqual([18, 2]);
  });

  it('opens at the entity of the chip that has the focus', async () => {
    await open(handlers);
    await press('j');
    document.querySelector<HTMLElement>('[data-entity="1"]')?.focus();
    program.current = null;
    await press('e', { ctrlKey: true });
    expect(selected()).toBe('Amal Aziz');
  });

  it('links the entity shown by the digit of the relation and the digit of another', async () => {
    await open({ ...handlers, change_entity: () => ({ edited: edited(), entity: 1 }) });
    await press('e', { ctrlKey: true });
    expect(document.querySelector('[data-relation] kbd')?.textContent).toBe('1');
    await press('2');
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
    await press('1');
    expect(document.activeElement?.tagName).toBe('INPUT');
    await press('2');
    expect(asked('change_entity')).toEqual([
      { entity: 1, change: { what: 'link', kind: 'affiliated_with', to: 3 } },
    ]);
    await press('Escape');
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
  });

  it('is filtered by what is typed, and shows the first one found', async () => {
    await open(handlers);
    await press('e', { ctrlKey: true });
    await press('/');
    const filter = document.activeElement as HTMLInputElement;
    await type(filter, '王');
    expect(selected()).toBe('王小明');
    await press('Enter');
    expect(document.activeElement).toBe(input('name'));
    await press('Escape');
    expect(document.activeElement?.getAttribute('role')).toBe('listbox');
  });

  it('keeps what is typed with Enter, leaves it with Escape, and lets what is refused stand', async () => {
    await open({
      ...handlers,
      change_entity: ({ change }) => {
        if (change.what === 'value' && change.value === '7') {
          throw {
            code: 'Invalid',
            key: 'problem-wikidata',
            arguments: { value: '7' },
            hint: null,
            cause: null,
          };
        }
        return { edited: edited(), entity: 1 };
      },
    });
    await press('e', { ctrlKey: true });
    const id = input('Wikidata id');
    await type(id, '7');
    await press('Enter');
    expect(document.querySelector('.refused')?.textContent).toContain('no Wikidata id');
    expect(id.value).toBe('7');
    await type(id, 'Q7');
    await press('Enter');
    const name = input('name');
    await type(name, 'A. Aziz');
    await press('Escape');
    expect(name.value).toBe('Amal Aziz');
    const place = input('coordinates');
    expect(place.value).toBe('40.37, 49.89');
    await type(place, '40°22′N 49°50′E');
    await press('Enter');
    expect(asked('change_entity').map((request) => (request as { change: unknown }).change)).toEqual([
      { what: 'value', field: 'wikidata', value: '7' },
      { what: 'value', field: 'wikidata', value: 'Q7' },
      { what: 'coordinates', text: '40°22′N 49°50′E' },
    ]);
  });

  it('merges by key after a look at what it does', async () => {
    const preview = {
      from: people[0] as RegisterRow,
      into: people[1] as RegisterRow,
      mentions: 2,
      links: 1,
      articles: 2,
      aliases: ['Amal Aziz', 'Amal'],
      filled: [{ field: 'role_title', value: 'spokesperson' }],
      clashes: [{ field: 'wikidata', kept: 'Q1', dropped: 'Q2' }],
    };
    await open({
      ...handlers,
      merge_preview: () => preview,
      merge_entities: () => ({ edited: edited(), entity: 2 }),
    });
    await press('e', { ctrlKey: true });
    await press('m');
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    await press('1');
    expect(asked('merge_preview')).toEqual([{ from: 1, into: 2 }]);
    const text = pane()?.querySelector('.preview')?.textContent ?? '';
    for (const told of ['2 mentions', '1 link', '2 articles', 'Amal Aziz', 'Q1', 'Q2', 'spokesperson']) {
      expect(text.replace(/[\u2066-\u2069]/gu, '')).toContain(told);
    }
    // Escape goes back one step after the other, and merges nothing.
    await press('Escape');
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    await press('1');
    expect(document.activeElement?.hasAttribute('data-merge')).toBe(true);
    (document.activeElement as HTMLElement).click();
    await settled();
    expect(asked('merge_entities')).toEqual([{ from: 1, into: 2 }]);
    expect(selected()).toBe('王小明');
  });

  it('splits the mentions chosen off, but nobody else’s', async () => {
    await open({ ...handlers, split_entity: () => ({ edited: edited(), entity: 2 }) });
    await press('e', { ctrlKey: true });
    const [own, other] = [...document.querySelectorAll<HTMLElement>('.mention')];
    other?.focus();
    await press(' ');
    expect(document.querySelector('.refused')?.textContent).toContain('Ben');
    own?.focus();
    await press(' ');
    const name = pane()?.querySelector<HTMLInputElement>('.split input');
    expect(name?.value).toBe('Amal');
    name?.focus();
    await press('Enter');
    expect(asked('split_entity')).toEqual([{ entity: 1, spans: [2], kind: 'person', name: 'Amal' }]);
  });

  it('goes to a mention in another article', async () => {
    await open({
      ...handlers,
      mentions: () => ({ total: 1, rows: [mention(2, 2)] }),
      open_article: ({ document }) => article({ id: document }),
    });
    await press('e', { ctrlKey: true });
    document.querySelector<HTMLElement>('.mention')?.click();
    await settled();
    expect(pane()).toBeNull();
    expect([program.article?.id, program.current, program.caret]).toEqual([2, 2, 16]);
  });

  it('deletes what is in use only when asked again', async () => {
    await open({
      ...handlers,
      delete_entity: ({ anyway }) => {
        if (anyway) return { edited: edited(), entity: null };
        throw {
          code: 'Invalid',
          key: 'problem-entity-used',
          arguments: { name: 'Amal Aziz', mentions: 2, links: 1, merged: 0 },
          hint: 'hint-entity-delete-anyway',
          cause: null,
        };
      },
    });
    await press('e', { ctrlKey: true });
    await press('Delete');
    expect(document.querySelector('.refused')?.textContent).toContain('Once more deletes it');
    await press('Delete');
    expect(asked('delete_entity')).toEqual([
      { entity: 1, anyway: false },
      { entity: 1, anyway: true },
    ]);
  });

  it('keeps only the rows near the view in the page', async () => {
    const many = Array.from({ length: 250 }, (_, index) => row(index + 1, `Person ${index}`));
    await open({
      ...handlers,
      register: ({ offset, limit, find }) => ({
        total: 20_000,
        kinds: [],
        rows: many.slice(0, limit).map((one, index) => ({ ...one, id: offset + index + 1 })),
        found: find === null || find === undefined ? null : find - 1,
      }),
    });
    await press('e', { ctrlKey: true });
    await press('End');
    const shown = pane()?.querySelectorAll('[role="option"]').length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(shown).toBeLessThan(120);
    expect(program.register.id).toBe(20_000);
    expect(host.calls.length).toBeLessThan(40);
  });
});
