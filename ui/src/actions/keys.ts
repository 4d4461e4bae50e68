// Which action a key means. Pure: everything it depends on is passed in.

import type { SchemeView } from '../host/bindings';
import { ACTIONS, type Action, type Need } from './table';

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  readonly altGraph: boolean;
}

/** What a mark is made with. */
export interface MarkArgument {
  readonly label: string;
  readonly slot: string | null;
}

export interface Binding {
  readonly action: Action;
  readonly argument?: MarkArgument | string;
}

export type Refusal =
  'needs-claim' | 'needs-current' | 'needs-project' | 'needs-article' | 'read-only' | 'article-done';

export interface Resolved extends Binding {
  /** The key is bound, but what it needs is not there. */
  readonly refusal?: Refusal;
}

export interface Context {
  /** In the article, in an input, or elsewhere in the window. */
  readonly focus: 'text' | 'field' | 'window';
  /** A numbered list is open. */
  readonly list: boolean;
  /** The other places of a mention are shown. */
  readonly preview: boolean;
  readonly selection: boolean;
  readonly current: boolean;
  readonly active: boolean;
  readonly project: boolean;
  readonly article: boolean;
  readonly done: boolean;
  /** The project can't be written. */
  readonly readOnly: boolean;
  /** A label is in hand. */
  readonly hand: boolean;
  /** `L` was pressed: the next letter names a label. */
  readonly awaitsLabel: boolean;
  readonly bindings: Bindings;
}

export interface Bindings {
  readonly text: ReadonlyMap<string, Binding>;
  readonly window: ReadonlyMap<string, Binding>;
  readonly list: ReadonlyMap<string, Binding>;
  readonly preview: ReadonlyMap<string, Binding>;
  /** Labels by letter, for `L`. */
  readonly labels: ReadonlyMap<string, string>;
  /** Two bindings on one key: what a test and the scheme editor refuse. */
  readonly clashes: readonly string[];
}

const PUNCTUATION: Record<string, string> = {
  ',': ',',
  '<': ',',
  '.': '.',
  '>': '.',
  '?': '?',
  // Its sign stands between the parts of a chord.
  '+': 'Plus',
  '=': 'Plus',
  '-': 'Minus',
};
const POSITIONS: Record<string, string> = {
  Comma: ',',
  Period: '.',
  Space: 'Space',
  Equal: 'Plus',
  NumpadAdd: 'Plus',
  Minus: 'Minus',
  NumpadSubtract: 'Minus',
};

/** The name of a key with its modifiers, such as `Ctrl+Shift+Z`. */
export function chord(press: KeyPress): string {
  // Layouts type letters with AltGr, which Windows reports as Ctrl+Alt.
  const control = (press.ctrlKey && !press.altGraph) || press.metaKey;
  const alt = press.altKey && !press.altGraph;
  let shift = press.shiftKey;
  let name: string;
  if (/^[a-z]$/iu.test(press.key)) name = press.key.toUpperCase();
  else if (/^[0-9]$/u.test(press.key)) {
    name = press.key;
    // French keyboards type digits with Shift.
    shift = false;
  } else if (press.key === ' ') name = 'Space';
  else if (press.key in PUNCTUATION) {
    name = PUNCTUATION[press.key] ?? press.key;
    // Where these stand on a key is the layout's matter.
    if (['?', 'Plus', 'Minus'].includes(name)) shift = false;
  } else if (press.key.length > 1 && !/^(Unidentified|Dead|Process)$/u.test(press.key)) name = press.key;
  else {
    const position = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/u.exec(press.code);
    name = position?.[1] ?? position?.[2] ?? POSITIONS[press.code] ?? press.key;
  }
  return `${control ? 'Ctrl+' : ''}${alt ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;
}

/** The keys of a scheme, with what the person bound instead. */
export function bindings(
  scheme: SchemeView | null,
  bound: { readonly [action in string]?: string } = {},
): Bindings {
  const maps = {
    text: new Map<string, Binding>(),
    window: new Map<string, Binding>(),
    list: new Map<string, Binding>(),
    preview: new Map<string, Binding>(),
  };
  const clashes: string[] = [];
  const add = (where: keyof typeof maps, key: string, binding: Binding) => {
    const taken = maps[where].get(key);
    if (taken) clashes.push(`${key}: ${taken.action.id}, ${binding.action.id}`);
    else maps[where].set(key, binding);
  };
  for (const action of ACTIONS) {
    if (action.shownOnly) continue;
    const keys = bound[action.id];
    for (const key of keys ? [keys] : action.keys) add(action.where, key, { action });
  }
  const labels = new Map<string, string>();
  for (const { key, action, argument } of scheme ? schemeKeys(scheme, bound) : []) {
    add('text', key, { action, argument });
    if (typeof argument !== 'string' && argument.own) {
      labels.set(key, argument.label);
      add('text', `Alt+${key}`, { action: TAKE, argument: argument.label });
    }
  }
  return { ...maps, labels, clashes };
}

const MARK: Action = { id: 'mark', keys: [], where: 'text', group: 'mark', changes: true };
export const TAKE: Action = { id: 'take-in-hand', keys: [], where: 'text', group: 'mark', changes: true };
const MARK_IN_HAND: Action = { ...MARK, id: 'mark-in-hand' };
const CHOOSE: Action = {
  id: 'choose',
  keys: [],
  where: 'text',
  group: 'claim',
  need: 'claim',
  changes: true,
};

/** For kinds of links that start from other spans than claims. */
const CHOOSE_OF_CURRENT: Action = { ...CHOOSE, id: 'choose-of-current', need: 'current' };

/** Slots without a letter: they are filled by name. */
export function unkeyedSlots(scheme: SchemeView): Binding[] {
  const statements = scheme.labels.filter((label) => label.role === 'statement').map((label) => label.id);
  return scheme.links
    .filter((link) => link.key === null && !link.retired)
    .map((link) => {
      const ofClaim = link.from.some((label) => statements.includes(label));
      return { action: ofClaim ? CHOOSE : CHOOSE_OF_CURRENT, argument: link.id };
    });
}

interface SchemeKey {
  key: string;
  action: Action;
  argument: (MarkArgument & { own: boolean }) | string;
}

/** Letters that the scheme gives to labels and slots. */
export function schemeKeys(
  scheme: SchemeView,
  bound: { readonly [action in string]?: string } = {},
): SchemeKey[] {
  const keys: SchemeKey[] = [];
  const taken = new Set<string>();
  for (const label of scheme.labels) {
    const key = bound[`label:${label.id}`] ?? label.key;
    if (!key || label.shape === 'zone') continue;
    const slot = scheme.links.find(
      (link) => (bound[`slot:${link.id}`] ?? link.key) === key && link.to.includes(label.id),
    );
    taken.add(key);
    keys.push({ key, action: MARK, argument: { label: label.id, slot: slot?.id ?? null, own: true } });
  }
  for (const link of scheme.links) {
    const key = bound[`slot:${link.id}`] ?? link.key;
    if (!key) continue;
    const open = scheme.labels.filter((label) => link.to.includes(label.id));
    const label = open.find((candidate) => candidate.role === 'actor') ?? open[0];
    if (label && !taken.has(key)) {
      keys.push({ key, action: MARK, argument: { label: label.id, slot: link.id, own: false } });
    }
    keys.push({ key: `Shift+${key}`, action: CHOOSE, argument: link.id });
  }
  return keys;
}

const MISSING: Record<Need, Refusal> = {
  claim: 'needs-claim',
  current: 'needs-current',
  project: 'needs-project',
  article: 'needs-article',
};

export function resolve(press: KeyPress, context: Context): Resolved | null {
  const key = chord(press);
  const { bindings: bound } = context;
  if (context.list) {
    // The list's input takes the letters.
    const inList = bound.list.get(key) ?? bound.window.get(key);
    return inList && (inList.action.where === 'list' || inList.action.everywhere) ? inList : null;
  }
  if (context.preview) {
    const elsewhere = bound.window.get(key);
    return bound.preview.get(key) ?? (elsewhere?.action.everywhere ? elsewhere : null);
  }
  if (context.awaitsLabel && context.focus === 'text') {
    const label = bound.labels.get(key);
    const relabel = bound.text.get('L')?.action ?? MARK;
    if (label) return { action: { ...relabel, id: 'relabel-to' }, argument: label };
  }
  if (context.hand && context.selection && context.focus === 'text' && key === 'Enter') {
    const refusal = refuse(MARK_IN_HAND, context);
    return { action: MARK_IN_HAND, ...(refusal && { refusal }) };
  }
  const found = (context.focus === 'text' ? bound.text.get(key) : undefined) ?? bound.window.get(key) ?? null;
  if (!found) return null;
  if (context.focus === 'field' && !found.action.everywhere) return null;
  // Tab goes on as in any window where there is no card to go to.
  if (found.action.id === 'card' && !context.active) return null;
  return meant(found, context);
}

/** An action asked for by name or by key, refused where what it needs is not there. */
export function meant(binding: Binding, context: Context): Resolved {
  const refusal = refuse(binding.action, context);
  return refusal ? { ...binding, refusal } : binding;
}

function refuse(action: Action, context: Context): Refusal | null {
  if (action.need === 'project' && !context.project) return MISSING.project;
  if (action.need === 'article' && !context.article) return MISSING.article;
  // Undo, redo and the keys themselves need no article.
  if (action.where === 'text' && action.group !== 'window' && !context.article) return MISSING.article;
  if (action.changes && context.readOnly) return 'read-only';
  if (action.changes && context.done) return 'article-done';
  if (action.need === 'claim' && !context.active) return MISSING.claim;
  // A claim that is active can be entered although another span is current.
  const stands = context.current || (action.id === 'enter' && context.active);
  if (action.need === 'current' && !stands) return MISSING.current;
  return null;
}
