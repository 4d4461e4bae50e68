import { describe, expect, it } from 'vitest';
import { scheme } from '../testing/scheme';
import { matching, namedActions } from './named';
import { ACTIONS, ofOpenList } from './table';

const all = namedActions(scheme, {});
const found = (query: string) => matching(all, query).map((action) => action.id);

describe('actions by name', () => {
  it('have every action once, those of the scheme too', () => {
    const ids = all.map((action) => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['scheme-C', 'scheme-Shift+S', 'undo', 'find', 'next-here', 'value']) {
      expect(ids).toContain(id);
    }
    expect(ids.filter((id) => /-\d$/u.test(id) || id === 'undo-here')).toEqual([]);
  });

  it('are found by words of the name in any order, the beginning first', () => {
    expect(found('undo')[0]).toBe('undo');
    expect(found('article find')).toEqual(['find']);
    expect(found('NEXT article')[0]).toBe('next-article');
    expect(found('xyzzy')).toEqual([]);
    expect(found('  ')).toHaveLength(all.length);
  });

  it('show the key that a person chose', () => {
    const undo = namedActions(scheme, { 'undo-here': 'Y' }).find((action) => action.id === 'undo');
    expect(undo?.keys).toEqual(['Ctrl+Z', 'Y']);
  });
});

describe('every action', () => {
  // What an open list takes is said by the list itself.
  const actions = ACTIONS.filter((action) => !ofOpenList(action));

  it.each(actions)('$id has a key that is said, or stands among the names', (action) => {
    // Ten digits are one line, and so are two keys for one thing.
    const lines = [action.id.replace(/-\d$/u, ''), action.id.replace(/-here$/u, '')];
    const said = all.filter(({ id }) => lines.includes(id) || id === action.id);
    expect(said.some(({ keys, binding }) => keys.length > 0 || binding !== null)).toBe(true);
    const byName = said.some(({ binding }) => binding !== null);
    expect(byName || action.shownOnly || /-\d$/u.test(action.id)).toBe(true);
  });
});
