import { describe, expect, it } from 'vitest';
import type { AttributeView, SchemeView } from '../host/bindings';
import { article, edited, link, project, span, start, text } from '../testing/article';
import { scheme } from '../testing/scheme';
import { asked, eachInItsOwnWindow, open, press, program, settled } from '../testing/window';

eachInItsOwnWindow();

const field = (rest: Partial<AttributeView> & Pick<AttributeView, 'id' | 'kind'>): AttributeView => ({
  title: rest.id,
  values: [],
  show: 'always',
  retired: false,
  hasRule: false,
  required: false,
  help: '',
  ...rest,
});

const value = (id: string) => ({ id, title: id, help: '', retired: false });

const how = field({ id: 'how', kind: 'choice', values: [value('praise'), value('blame')] });

/** The built-in scheme with values on links and every kind of field on claims. */
const rich: SchemeView = {
  ...scheme,
  links: scheme.links.map((kind) => (kind.id === 'said_by' ? { ...kind, attributes: [how] } : kind)),
  labels: scheme.labels.map((label) =>
    label.id === 'claim'
      ? {
          ...label,
          attributes: [
            field({ id: 'tags', kind: 'choices', values: ['a', 'b', 'c'].map(value) }),
            field({ id: 'topic', kind: 'vocabulary' }),
            field({ id: 'weight', kind: 'number' }),
          ],
        }
      : label,
  ),
};

const shown = (links = [link(1, 'said_by', 1, 2)]) =>
  article({ spans: [span(1, 'claim', 0, 15), span(2, 'speaker', 16, 20)], links });

async function card(links = [link(1, 'said_by', 1, 2)], handlers = {}) {
  await open({
    start: () => start({ project: project({ scheme: rich }) }),
    open_article: () => shown(links),
    ...handlers,
  });
  await press('j');
}

const chip = () => document.querySelector<HTMLElement>('[data-link]');

describe('a chip that has the focus', () => {
  it('takes values by digit, and its own again empties the field', async () => {
    const blamed = { ...link(1, 'said_by', 1, 2), attributes: { how: { value: 'blame', byRule: false } } };
    await card(undefined, { set_link_value: () => edited({ links: [blamed] }) });
    chip()?.focus();
    await settled();
    expect(document.querySelector('.next')?.textContent).toContain('how');
    await press('2');
    expect(asked('set_link_value').at(-1)).toEqual({
      document: 1,
      link: 1,
      attribute: 'how',
      value: 'blame',
    });
    expect(chip()?.textContent).toContain('blame');
    await press('2');
    expect(asked('set_link_value').at(-1)).toMatchObject({ value: null });
    await press('0');
    expect(asked('set_link_value').at(-1)).toMatchObject({ value: null });
    await press('9');
    expect(document.querySelector('.said')?.textContent).toContain('There is no choice');
  });

  it('gets a note by E, kept by Enter and left by Escape', async () => {
    const noted = { ...link(1, 'said_by', 1, 2), note: 'on the phone' };
    await card(undefined, { set_link_note: () => edited({ links: [noted] }) });
    chip()?.focus();
    await press('e');
    const area = document.querySelector<HTMLTextAreaElement>('.of-link textarea');
    if (!area) throw new Error('no field');
    expect(document.activeElement).toBe(area);
    area.value = 'thrown away';
    await press('Escape');
    await settled();
    expect(asked('set_link_note')).toEqual([]);
    expect(document.activeElement).toBe(chip());
    await press('e');
    const again = document.querySelector<HTMLTextAreaElement>('.of-link textarea');
    if (!again) throw new Error('no field');
    again.value = 'on the phone';
    await press('Enter');
    expect(asked('set_link_note')).toEqual([{ document: 1, link: 1, note: 'on the phone' }]);
    expect(document.querySelector('.of-link p')?.textContent).toBe('on the phone');
  });

  it('is taken over by Space where a rule filled it, and taken away by Backspace', async () => {
    await card([{ ...link(1, 'said_by', 1, 2), byRule: true }], {
      confirm_link: () => edited({ links: [link(1, 'said_by', 1, 2)] }),
      delete_link: () => edited({ removedLinks: [1] }),
    });
    expect(document.querySelector('.chip.rule')).not.toBeNull();
    chip()?.focus();
    await press(' ');
    expect(asked('confirm_link')).toEqual([{ document: 1, link: 1 }]);
    expect(document.querySelector('.chip.rule')).toBeNull();
    await press('Backspace');
    expect(asked('delete_link')).toEqual([{ document: 1, link: 1 }]);
    expect(chip()).toBeNull();
  });

  it('is left and come to by arrows', async () => {
    await card([link(1, 'said_by', 1, 2), link(2, 'addressed_to', 1, 2)]);
    chip()?.focus();
    await press('ArrowDown');
    expect(document.activeElement).not.toBe(chip());
    await press('ArrowUp');
    expect(document.activeElement).toBe(chip());
  });
});

describe('slots without a key', () => {
  it('are one step away on the card', async () => {
    await card(undefined, { candidates: () => [] });
    const add = () => document.querySelector<HTMLElement>('[aria-label*="part of"]');
    expect(add()).toBeNull();
    const more = [...document.querySelectorAll('footer button')].find((one) => one.ariaExpanded === 'false');
    (more as HTMLElement).click();
    await settled();
    add()?.click();
    await settled();
    expect(asked('candidates').at(-1)).toMatchObject({ claim: 1, slot: 'part_of' });
  });
});

describe('fields of every kind', () => {
  it('takes several choices by digits', async () => {
    const tagged = { ...span(1, 'claim', 0, 15), attributes: { tags: { value: ['c'], byRule: false } } };
    await card(undefined, { set_value: () => edited({ spans: [tagged] }) });
    await press('3');
    expect(asked('set_value').at(-1)).toMatchObject({ attribute: 'tags', value: ['c'] });
    await press('1');
    expect(asked('set_value').at(-1)).toMatchObject({ value: ['a', 'c'] });
    await press('3');
    expect(asked('set_value').at(-1)).toMatchObject({ value: null });
  });

  it('offers the words used so far, and takes a new one', async () => {
    const words = [
      { word: 'energy', count: 3 },
      { word: 'health', count: 1 },
    ];
    await card(undefined, { words: () => words, set_value: () => edited() });
    const input = document.querySelector<HTMLInputElement>('.suggest input');
    if (!input) throw new Error('no field');
    input.focus();
    await settled();
    expect(asked('words')).toEqual([{ of: 'claim', attribute: 'topic', links: false }]);
    const offered = () => [...document.querySelectorAll('.suggest bdi')].map((one) => one.textContent);
    expect(offered()).toEqual(['energy', 'health']);
    input.value = 'hea';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(offered()).toEqual(['health']);
    await press('ArrowDown');
    await press('Enter');
    expect(asked('set_value').at(-1)).toMatchObject({ attribute: 'topic', value: 'health' });
    input.value = 'heating';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await press('Enter');
    expect(asked('set_value').at(-1)).toMatchObject({ attribute: 'topic', value: 'heating' });
    expect(program.article?.id).toBe(1);
  });
});

describe('the fields of a span that is no claim', () => {
  const at = text.indexOf('Baku');
  const place = () => article({ spans: [span(3, 'place', at, at + 4)], links: [] });

  it('stand beside it by Shift+I, its empty slots too, and go by Escape', async () => {
    await open({ open_article: place, set_value: () => edited(), candidates: () => [] });
    program.current = 3;
    await press('i', { shiftKey: true });
    const details = () => document.querySelector('.details');
    expect(details()?.textContent).toContain('Baku');
    expect(details()?.contains(document.activeElement)).toBe(true);
    await press('1');
    expect(asked('set_value').at(-1)).toMatchObject({ span: 3, attribute: 'sense', value: 'literal' });
    details()?.querySelector<HTMLElement>('[aria-label*="stands for"]')?.click();
    await settled();
    expect(asked('candidates').at(-1)).toMatchObject({ claim: 3, slot: 'stands_for' });
    await press('Escape');
    await press('Escape');
    expect(details()).toBeNull();
    expect(document.activeElement?.classList.contains('cm-content')).toBe(true);
  });

  it('are filled by name, and what is missing is said', async () => {
    await open({ open_article: place, candidates: () => [] });
    const byName = async (words: string) => {
      await press('k', { ctrlKey: true });
      const input = document.querySelector<HTMLInputElement>('.palette input');
      if (!input) throw new Error('no field');
      input.value = words;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await settled();
      await press('Enter');
    };
    await byName('stands for current');
    expect(document.querySelector('.said')?.textContent).toContain('No marked text is chosen');
    program.current = 3;
    await byName('stands for current');
    expect(asked('candidates').at(-1)).toMatchObject({ claim: 3, slot: 'stands_for' });
  });

  it('of a claim are on its card', async () => {
    await card();
    await press('i', { shiftKey: true });
    expect(document.querySelector('.details')).toBeNull();
    expect(document.querySelector('[data-card]')?.contains(document.activeElement)).toBe(true);
  });
});
