import { describe, expect, it } from 'vitest';
import { GRAMMAR_LETTERS } from '../host/bindings';
import { scheme } from '../testing/scheme';
import { bindings, chord, resolve, type Context, type KeyPress } from './keys';
import { performed } from './run';
import { ACTIONS } from './table';

const bound = bindings(scheme);
const nothing: Context = {
  focus: 'text',
  list: false,
  preview: false,
  hand: false,
  selection: false,
  current: false,
  active: false,
  project: true,
  article: true,
  done: false,
  readOnly: false,
  awaitsLabel: false,
  bindings: bound,
};

const STATES: { name: string; context: Context }[] = [
  { name: 'nothing', context: nothing },
  { name: 'selection', context: { ...nothing, selection: true } },
  { name: 'current span', context: { ...nothing, current: true } },
  { name: 'active claim', context: { ...nothing, active: true } },
  { name: 'selection + active claim', context: { ...nothing, selection: true, active: true } },
  { name: 'label in hand', context: { ...nothing, hand: true, selection: true, current: true } },
  { name: 'open list', context: { ...nothing, list: true, active: true, focus: 'field' } },
  { name: 'other places', context: { ...nothing, preview: true, current: true, focus: 'window' } },
  { name: 'done article', context: { ...nothing, current: true, active: true, done: true } },
  { name: 'no article', context: { ...nothing, article: false } },
  { name: 'in a field', context: { ...nothing, current: true, active: true, focus: 'field' } },
];

function press(name: string, changes: Partial<KeyPress> = {}): KeyPress {
  const parts = name.split('+');
  const key = parts.pop() ?? '';
  const shiftKey = parts.includes('Shift');
  return {
    key: key === 'Space' ? ' ' : /^[A-Z]$/.test(key) && !shiftKey ? key.toLowerCase() : key,
    code: /^[A-Z]$/.test(key) ? `Key${key}` : /^\d$/.test(key) ? `Digit${key}` : key,
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    shiftKey,
    metaKey: false,
    altGraph: false,
    ...changes,
  };
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const KEYS = [
  ...letters,
  ...letters.map((letter) => `Shift+${letter}`),
  ...letters.map((letter) => `Alt+${letter}`),
  ...letters.map((letter) => `Ctrl+${letter}`),
  'Ctrl+Shift+E',
  'Ctrl+Shift+F',
  'Ctrl+Shift+Z',
  ...'1234567890',
  ...['Enter', 'Escape', 'Tab', 'Shift+Tab', 'Space', 'Shift+Space', 'Backspace', 'Delete'],
  ...[
    'F1',
    'F6',
    'Shift+F6',
    'F7',
    'Shift+F7',
    'F8',
    'Shift+F8',
    'F9',
    '?',
    'Ctrl+PageUp',
    'Ctrl+PageDown',
    'Shift+Enter',
    'Ctrl+Delete',
  ],
  ...['', 'Ctrl+', 'Shift+', 'Alt+', 'Alt+Shift+'].flatMap((modifiers) =>
    ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((arrow) => modifiers + arrow),
  ),
  ...['Alt+,', 'Alt+.', 'Alt+Shift+,', 'Alt+Shift+.', 'Home', 'End', 'PageUp', 'PageDown'],
];

function cell(key: string, context: Context): string {
  const found = resolve(press(key), context);
  if (!found) return '-';
  if (found.refusal) return `(${found.refusal})`;
  const { argument } = found;
  if (argument === undefined) return found.action.id;
  if (typeof argument === 'string') return `${found.action.id} ${argument}`;
  const slot = argument.slot !== null && context.active ? ` as ${argument.slot}` : '';
  return `${found.action.id} ${argument.label}${slot}`;
}

describe('every key in every state', () => {
  it('means what keys.table.txt says', async () => {
    const rows = KEYS.map((key) => [key, ...STATES.map(({ context }) => cell(key, context))]);
    const head = ['key', ...STATES.map(({ name }) => name)];
    const table = [head, ...rows].map((row) => row.join('\t')).join('\n') + '\n';
    // After a wanted change: npx vitest run -u, and read the difference.
    await expect(table).toMatchFileSnapshot('keys.table.txt');
  });

  it('has no key with two meanings', () => {
    expect(bound.clashes).toEqual([]);
  });

  it('notices a key with two meanings', () => {
    expect(bindings(scheme, { mention: 'N' }).clashes).toEqual(['N: mention, not-given']);
  });

  it('is performed', () => {
    const missing = ACTIONS.filter((action) => !action.shownOnly && !performed(action.id));
    expect(missing).toEqual([]);
    for (const id of ['mark', 'choose', 'relabel-to', 'take-in-hand', 'mark-in-hand'])
      expect(performed(id)).toBe(true);
  });

  it('is bound to a key that is no punctuation', () => {
    const twin: Record<string, string> = { 'keys-here': 'keys' };
    for (const action of ACTIONS) {
      const all = [...action.keys, ...(ACTIONS.find((other) => other.id === twin[action.id])?.keys ?? [])];
      // Moving an end by a letter also goes by selecting and marking anew.
      if (action.id.includes('-letter-')) continue;
      expect(
        all.some((key) => /(^|\+)([A-Z0-9]|\w{2,})$/u.test(key)),
        action.id,
      ).toBe(true);
    }
  });
});

describe('a letter', () => {
  it('acts by what the layout types', () => {
    // French: the key at the place of Q types A.
    expect(chord(press('A', { code: 'KeyQ' }))).toBe('A');
    // Turkish dotless i stands at the place of I.
    expect(chord(press('I', { key: 'ı', code: 'KeyI' }))).toBe('I');
  });

  it('acts by its place where the layout types no a to z', () => {
    expect(chord(press('C', { key: 'с' }))).toBe('C');
    expect(chord(press('S', { key: 'س' }))).toBe('S');
    expect(chord(press('1', { key: '١' }))).toBe('1');
    expect(chord(press('S', { key: 'Unidentified' }))).toBe('S');
  });

  it('ignores Caps Lock', () => {
    expect(chord(press('C', { key: 'C' }))).toBe('C');
    expect(chord(press('Shift+U', { key: 'u' }))).toBe('Shift+U');
  });

  it('takes AltGr for no modifier', () => {
    expect(chord(press('E', { key: '€', altGraph: true, ctrlKey: true, altKey: true }))).toBe('E');
  });

  it('comes from the scheme', () => {
    const renamed = {
      ...scheme,
      labels: scheme.labels.map((label) => (label.id === 'claim' ? { ...label, key: 'Z' } : label)),
    };
    const context = { ...nothing, bindings: bindings(renamed) };
    expect(cell('Z', context)).toBe('mark claim');
    expect(cell('C', context)).toBe('-');
  });

  it('can be bound anew', () => {
    const context = {
      ...nothing,
      active: true,
      bindings: bindings(scheme, { author: 'Z', 'label:place': 'Shift+Z' }),
    };
    expect(cell('Z', context)).toBe('author');
    expect(cell('A', context)).toBe('-');
    expect(cell('Shift+Z', context)).toBe('mark place');
  });

  it('names a label after L', () => {
    const context = { ...nothing, current: true, awaitsLabel: true };
    expect(cell('S', context)).toBe('relabel-to speaker');
    expect(cell('J', context)).toBe('next-claim');
  });
});

describe('digits with Shift', () => {
  it('are digits where the layout types them so', () => {
    expect(chord(press('1', { code: 'Digit1', shiftKey: true }))).toBe('1');
    expect(chord(press('1', { key: '!', code: 'Digit1', shiftKey: true }))).toBe('Shift+1');
  });
});

describe('a project that cannot be written', () => {
  const readOnly: Context = { ...nothing, current: true, active: true, done: true, readOnly: true };

  it('refuses every change with its own reason', () => {
    for (const key of ['C', 'S', 'F', 'A', 'B', 'Backspace']) {
      expect(resolve(press(key), readOnly)?.refusal, key).toBe('read-only');
    }
  });

  it('lets the person go about', () => {
    for (const key of ['J', 'Space', 'X', 'F1']) {
      expect(resolve(press(key), readOnly)?.refusal, key).toBeUndefined();
    }
  });

  it('knows every letter that the program refuses to labels, and no other', () => {
    const grammar = ACTIONS.filter((action) => action.where === 'text')
      .flatMap((action) => action.keys)
      .flatMap((key) => /^(?:Shift\+)?([A-Z])$/u.exec(key)?.[1] ?? []);
    // The list is GRAMMAR in core/scheme/letter.rs.
    expect([...new Set(grammar)].sort().join('')).toBe(GRAMMAR_LETTERS);
  });
});
