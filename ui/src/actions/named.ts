// Every action by its name, with its keys: for the list of keys and for the palette.

import type { SchemeView } from '../host/bindings';
import { say } from '../words/words';
import { schemeKeys, TAKE, unkeyedSlots, type Binding } from './keys';
import { ACTIONS, ofOpenList, type Group } from './table';

export interface NamedAction {
  readonly id: string;
  readonly keys: readonly string[];
  readonly text: string;
  readonly group: Group;
  /** What it does when chosen by name; `null` where only its keys can say what is meant. */
  readonly binding: Binding | null;
}

type Bound = { readonly [action in string]?: string };

export function namedActions(scheme: SchemeView | null, bound: Bound): NamedAction[] {
  return [...(scheme ? [...ofScheme(scheme, bound), ...byNameOnly(scheme)] : []), ...ofTable(bound)];
}

function ofScheme(scheme: SchemeView, bound: Bound): NamedAction[] {
  return schemeKeys(scheme, bound).flatMap(({ key, action, argument }): NamedAction[] => {
    const named = { id: `scheme-${key}`, keys: [key], binding: { action, argument } };
    if (typeof argument === 'string') {
      const slot = scheme.links.find((link) => link.id === argument);
      return [{ ...named, group: 'claim', text: say('keys-choose', { slot: slot?.title ?? argument }) }];
    }
    const label = scheme.labels.find((known) => known.id === argument.label);
    const slot = scheme.links.find((link) => link.id === argument.slot);
    const text = !slot
      ? say('keys-mark', { label: label?.title ?? '' })
      : argument.own
        ? say('keys-mark-slot', { label: label?.title ?? '', slot: slot.title })
        : say('keys-slot', { slot: slot.title });
    const marked: NamedAction = { ...named, group: 'mark', text };
    if (!argument.own) return [marked];
    const take = {
      id: `hand-${key}`,
      keys: [`Alt+${key}`],
      text: say('keys-take', { label: label?.title ?? '' }),
      binding: { action: TAKE, argument: argument.label },
    };
    return [marked, { ...take, group: 'mark' }];
  });
}

function byNameOnly(scheme: SchemeView): NamedAction[] {
  return unkeyedSlots(scheme).map((binding) => {
    const slot = scheme.links.find((link) => link.id === binding.argument)?.title ?? '';
    const ofClaim = binding.action.need === 'claim';
    const text = ofClaim ? say('keys-choose', { slot }) : say('keys-choose-current', { slot });
    return { id: `slot-${String(binding.argument)}`, keys: [], group: 'claim', text, binding };
  });
}

/** One line for ten digits, and one for keys that do the same elsewhere. */
function ofTable(bound: Bound): NamedAction[] {
  const merged = new Map<string, NamedAction>();
  for (const action of ACTIONS) {
    if (ofOpenList(action)) continue;
    const id = action.id
      .replace(/-\d$/u, '')
      .replace(/-here$/u, (tail) => (action.id === 'next-here' ? tail : ''));
    const own = bound[action.id];
    const keys = own ? [own] : action.keys;
    const known = merged.get(id);
    const binding = action.shownOnly || id === 'value' ? null : { action };
    merged.set(
      id,
      known
        ? { ...known, keys: [...known.keys, ...keys] }
        : { id, keys, text: say(`action-${id}`), group: action.group, binding },
    );
  }
  return [...merged.values()].map((named) =>
    named.id === 'value' ? { ...named, keys: ['1–9', '0'] } : named,
  );
}

const NAMES: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Plus: '+',
  Minus: '−',
  Arrows: '← ↑ ↓ →',
};

/** A key as it is shown, with its modifiers before it. */
export const keyNames = (key: string): string[] => key.split('+').map((part) => NAMES[part] ?? part);

// Isolates around a label's title are no letters of its name.
const fold = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/gu, '')
    .normalize('NFKC')
    .toLocaleLowerCase();

/** Those whose names have every word that was typed, those that begin with it first. */
export function matching(actions: readonly NamedAction[], query: string): NamedAction[] {
  const typed = fold(query).trim();
  const words = typed.split(/\s+/u);
  const fitting = actions.filter(({ text }) => words.every((word) => fold(text).includes(word)));
  const first = fitting.filter(({ text }) => fold(text).startsWith(typed));
  return [...first, ...fitting.filter((action) => !first.includes(action))];
}
