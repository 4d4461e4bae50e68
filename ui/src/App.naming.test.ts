import { describe, expect, it } from 'vitest';
import type { Candidate } from './host/bindings';
import { edited } from './testing/article';
import { asked, eachInItsOwnWindow, open, press, program } from './testing/window';

eachInItsOwnWindow();

const known: Candidate = {
  target: { span: null, entity: 1, special: null },
  title: 'Amal Aziz',
  near: 'same',
  kind: 'person',
  role: 'spokesperson',
  mentions: 3,
};
const fresh = (kind: string): Candidate => ({
  target: { span: null, entity: null, special: null },
  title: 'Amal',
  near: 'new',
  kind,
  role: '',
  mentions: null,
});

const rows = () =>
  [...document.querySelectorAll('[role="option"]')].map((row) =>
    row.textContent
      ?.replace(/[\u2066-\u2069]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  );

describe('saying who a mention is', () => {
  it('shows role and number of mentions, and makes what is chosen by a digit', async () => {
    await open({
      entities: () => [known, fresh('person'), fresh('organisation')],
      set_entity: () => edited({}, { current: 2 }),
    });
    program.current = 2;
    await press('Enter');
    expect(asked('entities')).toEqual([{ query: '', kinds: [], span: 2 }]);
    expect(rows()).toEqual([
      '1 Amal Aziz spokesperson · 3 mentions · the same words',
      '2 Amal new person',
      '3 Amal new organisation',
    ]);
    await press('3');
    expect(asked('set_entity')).toEqual([
      { document: 1, span: 2, entity: null, name: 'Amal', kind: 'organisation' },
    ]);
    await press('Enter');
    await press('Enter');
    expect(asked('set_entity').at(-1)).toEqual({ document: 1, span: 2, entity: 1, name: null });
  });

  it('offers new ones beyond the tenth without a digit', async () => {
    const many = Array.from({ length: 12 }, () => known);
    await open({ entities: () => [...many, fresh('group')] });
    program.current = 2;
    await press('Enter');
    expect(rows()).toHaveLength(11);
    expect(rows()[9]).toMatch(/^0/u);
    expect(rows()[10]).toBe('Amal new group');
  });

  it('joins the other mentions of the same words with Shift+Enter', async () => {
    await open({ join_same: () => edited({}, { current: 2 }) });
    program.current = 2;
    await press('Enter', { shiftKey: true });
    expect(asked('join_same')).toEqual([{ document: 1, span: 2 }]);
  });
});
