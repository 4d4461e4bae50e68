// Sentences by key. The only place where text of the program comes from.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Argument, Message } from '../host/bindings';
import { languageName } from './languages';

/** The files of words by their path; a topic has a file of its own. */
export const FILES = import.meta.glob<string>('./*.ftl', { query: '?raw', import: 'default', eager: true });

const bundle = new FluentBundle('en', { useIsolating: true });

/** Messages that were not said yet: they are parsed when they are, for the window shows few of them at once. */
const unread = new Map<string, string>();
for (const [file, english] of Object.entries(FILES)) {
  for (const message of english.split(/^(?=[a-zA-Z][\w-]* *=)/mu)) {
    const key = /^[a-zA-Z][\w-]*/u.exec(message)?.[0];
    if (key === undefined) continue;
    if (unread.has(key)) console.error(`words/${file} has ${key} again`);
    unread.set(key, message);
  }
}

function patternOf(key: string) {
  const source = unread.get(key);
  if (source !== undefined) {
    unread.delete(key);
    const errors = bundle.addResource(new FluentResource(source));
    if (errors.length > 0) console.error(`words/*.ftl, ${key}`, errors);
  }
  return bundle.getMessage(key)?.value;
}

export type Arguments = { readonly [name in string]?: Argument };

// A stray direction mark in a quoted text would turn the sentence around it.
const plain = (value: Argument): Argument =>
  typeof value === 'string' ? value.replace(/[\u202a-\u202e\u2066-\u2069]/gu, '') : value;

export function has(key: string): boolean {
  return unread.has(key) || bundle.hasMessage(key);
}

export function say(key: string, values: Arguments = {}): string {
  const pattern = patternOf(key);
  if (!pattern) {
    console.error(`words/*.ftl have no ${key}`);
    return key;
  }
  const given: Record<string, Argument> = {};
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given[name] = plain(value);
  const wrong: Error[] = [];
  const text = bundle.formatPattern(pattern, given, wrong);
  if (wrong.length > 0) console.error(`words/*.ftl, ${key}`, wrong);
  return text;
}

/** A type, field or link of entities by name; what only a scheme knows is read as words. */
export function entityWord(family: 'kind' | 'field' | 'relation', id: string): string {
  if (!has(`entity-${family}-${id}`)) return id.replaceAll('_', ' ');
  if (family === 'kind') return say(`entity-kind-${id}`);
  return family === 'field' ? say(`entity-field-${id}`) : say(`entity-relation-${id}`);
}

/** Arguments that name something by its key or tag are put into words here. */
const SPELT: { readonly [name in string]?: (value: string) => string } = {
  step: (key) => (has(key) ? say(key) : key),
  tag: languageName,
  type: (kind) => entityWord('kind', kind),
  field: (field) => entityWord('field', field),
  relation: (relation) => entityWord('relation', relation),
  rules: (list) => list || 'none',
};

export function sayMessage(message: Message, key = message.key): string {
  const values = Object.entries(message.arguments).map(([name, value]) => {
    const spell = SPELT[name];
    return [name, spell && typeof value === 'string' ? spell(value) : value] as const;
  });
  return say(key, Object.fromEntries(values));
}
