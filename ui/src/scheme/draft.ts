// A scheme file while it is edited: plain data and what may be done to it.
// Ids are given here once and never change after a scheme with them was taken.

import {
  GRAMMAR_LETTERS,
  type AttributeKind,
  type Choice,
  type Label,
  type LinkKind,
  type Scheme,
} from '../host/bindings';

/** The end of a link that stands for the register of entities. */
export const REGISTER = 'entity';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What has fields: a label, a kind of link, or the article. */
export type Owner = Label | LinkKind | null;

interface Named {
  readonly id: string;
  readonly title: string;
}

export const shown = ({ title, id }: Named): string => title.trim() || id.replace(/_/gu, ' ');

/** An id made of a title, unlike those that are taken. */
export function freeId(title: string, taken: Iterable<string>, otherwise: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const plain = words ? words.join('_') : otherwise;
  const used = new Set(taken);
  if (!used.has(plain)) return plain;
  for (let number = 2; ; number += 1) {
    if (!used.has(`${plain}_${number}`)) return `${plain}_${number}`;
  }
}

const guidance = () => ({ help: '', examples: [], counter_examples: [], decisions: [], retired: false });
const ids = (list: readonly Named[]): string[] => list.map(({ id }) => id);

export function newLabel(scheme: Scheme): Label {
  return {
    id: freeId('', [...ids(scheme.labels), REGISTER], 'label'),
    title: '',
    key: freeLetters(scheme)[0] ?? null,
    colour: '#7a5fb0',
    shape: 'solid',
    discontinuous: true,
    attributes: [],
    zone: false,
    role: 'other',
    ...guidance(),
  };
}

export function newAttribute(list: readonly AttributeKind[]): AttributeKind {
  return {
    id: freeId('', ids(list), 'field'),
    title: '',
    kind: 'choice',
    values: [],
    default: null,
    required: false,
    show: 'always',
    enabled: true,
    rule: null,
    ...guidance(),
  };
}

export function newValue(list: readonly Choice[]): Choice {
  return { id: freeId('', ids(list), 'value'), title: '', ...guidance() };
}

export function newLink(scheme: Scheme): LinkKind {
  const from = scheme.labels.find((label) => label.role === 'statement' && !label.retired);
  return {
    id: freeId('', ids(scheme.links), 'link'),
    title: '',
    from: from ? [from.id] : [],
    to: [],
    many: true,
    key: null,
    special: [],
    rule: null,
    enabled: true,
    attributes: [],
    ...guidance(),
  };
}

/** Gives a label another id, also where links name it. */
export function renameLabel(scheme: Scheme, label: Label, id: string): void {
  const before = label.id;
  label.id = id;
  for (const link of scheme.links) {
    link.from = link.from.map((end) => (end === before ? id : end));
    link.to = link.to.map((end) => (end === before ? id : end));
  }
}

/** Takes a label away, also from the ends of links, and links that have no end then. */
export function removeLabel(scheme: Scheme, at: number): void {
  const [gone] = scheme.labels.splice(at, 1);
  const named = (link: LinkKind) => [...link.from, ...link.to].includes(gone?.id ?? '');
  const ended = scheme.links.filter(named);
  for (const link of ended) {
    link.from = link.from.filter((end) => end !== gone?.id);
    link.to = link.to.filter((end) => end !== gone?.id);
  }
  const without = (link: LinkKind) =>
    link.from.length === 0 || (link.to.length === 0 && link.special.length === 0);
  scheme.links = scheme.links.filter((link) => !(ended.includes(link) && without(link)));
}

/** Moves an entry up (-1) or down (1); where it is then. */
export function move<T>(list: T[], at: number, by: -1 | 1): number {
  const to = at + by;
  if (to < 0 || to >= list.length) return at;
  const [entry] = list.splice(at, 1);
  if (entry !== undefined) list.splice(to, 0, entry);
  return to;
}

const same = (key: string | null, letter: string): boolean => key?.toUpperCase() === letter;

/** What a letter belongs to already: another label for a label, another link for a link. */
export function letterOf(scheme: Scheme, letter: string, own: Label | LinkKind): Label | LinkKind | null {
  const live = (entry: Label | LinkKind) => !entry.retired && !('enabled' in entry && !entry.enabled);
  if ('shape' in own) {
    const label = scheme.labels.find(({ key, id }) => id !== own.id && same(key, letter));
    if (label && live(label)) return label;
    const slot = scheme.links.find(
      (link) => same(link.key, letter) && live(link) && !link.to.includes(own.id),
    );
    return slot ?? null;
  }
  const link = scheme.links.find((other) => other.id !== own.id && same(other.key, letter) && live(other));
  if (link) return link;
  const label = scheme.labels.find(({ key }) => same(key, letter));
  return label && live(label) && !own.to.includes(label.id) ? label : null;
}

/** Letters that nothing has. */
export function freeLetters(scheme: Scheme): string[] {
  const used = [...scheme.labels, ...scheme.links].flatMap(({ key }) => key?.toUpperCase() ?? []);
  return LETTERS.filter((letter) => !GRAMMAR_LETTERS.includes(letter) && !used.includes(letter));
}

interface Guided {
  examples: string[];
  counter_examples: string[];
}

/** Takes lines without words out of the examples, in place. */
export function withoutEmptyLines(scheme: Scheme): Scheme {
  const owners = [...scheme.labels, ...scheme.links];
  const fields = [...scheme.document_attributes, ...owners.flatMap(({ attributes }) => attributes)];
  const guided: Guided[] = [...owners, ...fields, ...fields.flatMap((field) => field.values)];
  for (const one of guided) {
    one.examples = one.examples.filter((line) => line.trim() !== '');
    one.counter_examples = one.counter_examples.filter((line) => line.trim() !== '');
  }
  return scheme;
}
