import { FluentResource } from '@fluent/bundle';
import { describe, expect, it, vi } from 'vitest';
import { ACTIONS, ofOpenList } from '../actions/table';
import { FILES, has, say } from './words';

const sources = import.meta.glob(
  ['../**/*.ts', '../**/*.svelte', '!../**/*.test.ts', '!../host/bindings.ts'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
) as Record<string, string>;

/** The program behind the window answers with keys of the same files. */
const program = import.meta.glob(
  ['../../../src-tauri/crates/app/src/**/*.rs', '../../../src-tauri/src/**/*.rs'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
) as Record<string, string>;

const ofFormats = (start: string): string[] =>
  new FluentResource(FILES['./transfer.ftl'] ?? '').body
    .filter((entry) => entry.id.startsWith(start))
    .map((entry) => entry.id.slice(start.length));

/** Keys that are put together, by how they begin. */
const FAMILIES: Record<string, readonly string[]> = {
  'action-': ACTIONS.filter((action) => !ofOpenList(action)).map((action) =>
    action.id === 'next-here' ? action.id : action.id.replace(/-\d$|-here$/u, ''),
  ),
  'special-': ['author', 'not_given'],
  'status-': ['new', 'started', 'done'],
  'near-': ['same', 'sentence', 'paragraph', 'article', 'recent', 'register', 'special'],
  'refused-': ['needs-claim', 'needs-current', 'needs-project', 'needs-article', 'read-only'],
  'claims-mark-': ['unsure', 'question', 'note', 'no_source', 'author', 'not_given'],
  'claims-column-': [
    ...['place', 'words', 'speaker', 'entity', 'cue', 'places', 'flags'],
    ...['title', 'status', 'language', 'published'],
  ],
  'register-order-': ['name', 'mentions', 'recent'],
  'library-order-': ['added', 'published', 'title', 'outlet', 'status', 'claims', 'language'],
  'library-flag-': ['unsure', 'question', 'note', 'cuts_grapheme', 'text_changed'],
  'entity-kind-': ['person', 'organisation', 'government', 'group', 'document', 'place', 'unnamed'],
  'entity-field-': [
    ...['role_title', 'affiliation', 'nationality', 'country', 'place_type', 'lat', 'lon', 'identity'],
    ...['wikidata', 'geonames', 'url'],
  ],
  'entity-relation-': ['located_in', 'affiliated_with'],
  'reading-theme-': ['system', 'light', 'dark', 'high_contrast', 'high_contrast_dark'],
  'reading-font-': ['own', 'system', 'serif', 'sans', 'monospace', 'other'],
  'scheme-shape-': ['tint', 'solid', 'dotted', 'wavy'],
  'scheme-role-': ['statement', 'actor', 'cue', 'place', 'other'],
  'scheme-kind-': ['choice', 'choices', 'yes-no', 'number', 'text', 'vocabulary'],
  'scheme-rule-': [
    ...['quotation-marks', 'surface-form'],
    ...['place-inside-claim-not-inside-actor', 'claim-inside-claim-without-own-speaker'],
  ],
  'scheme-check-': [
    ...['claim-without-source-decision', 'cue-without-claim', 'metonymic-place-without-stands-for'],
    ...['unbalanced-quotation-in-direct-claim', 'edge-white-space', 'same-string-unmarked-elsewhere'],
    ...['entity-with-conflicting-ids', 'mention-without-entity'],
  ],
  'import-becomes-': ['new', 'same', 'nothing'],
  'export-scope-': ['finished', 'begun', 'all'],
  'export-flag-': ['unsure', 'question', 'cuts_grapheme', 'text_changed'],
  'export-flagged-': ['any', 'with', 'without'],
  // The rows of the formats are known to the program, whose test has these.
  'format-use-': ofFormats('format-use-'),
  'format-choice-': ofFormats('format-choice-'),
  'keys-group-': ['mark', 'claim', 'span', 'move', 'article', 'window'],
};

const text = Object.values(sources).join('\n');
const literal = new Set(
  [...text.matchAll(/\b(?:say|tell)\(\s*'([a-z][\w-]*)'/gu)].map((match) => match[1] ?? ''),
);
for (const match of text.matchAll(/\? '([a-z]+-[\w-]+)' : '([a-z]+-[\w-]+)'/gu)) {
  for (const key of match.slice(1)) literal.add(key);
}
const built = Object.entries(FAMILIES).flatMap(([start, ends]) => ends.map((end) => start + end));
const keysOf = (english: string): string[] => new FluentResource(english).body.map((entry) => entry.id);
/** What only the program says stands below this line in any of the files. */
const own = (english: string): string => english.split('## From the program')[0] ?? '';

describe('words/*.ftl', () => {
  it('has every key that the window says', () => {
    expect(literal.size).toBeGreaterThan(60);
    expect([...literal, ...built].filter((key) => !has(key))).toEqual([]);
  });

  it('has every key that the program answers with', () => {
    const kinds = /"((?:said|problem|step|note|hint|notice|ask|difference|article|check)(?:-[a-z]+)+)"/gu;
    const keys = [...Object.values(program).join('\n').matchAll(kinds)].map((match) => match[1] ?? '');
    expect(keys.length).toBeGreaterThan(60);
    expect(keys.filter((key) => !has(key))).toEqual([]);
  });

  it('knows every family of keys that is put together', () => {
    const families = [...text.matchAll(/\b(?:say|tell)\(\s*`([a-z-]+)\$\{/gu)].map((match) => match[1] ?? '');
    expect(families.filter((family) => !(family in FAMILIES))).toEqual([]);
  });

  it('has no key that nothing says', () => {
    const keys = Object.values(FILES).flatMap((english) => keysOf(own(english)));
    const said = new Set([...literal, ...built]);
    expect(keys.filter((key) => !said.has(key))).toEqual([]);
  });

  it('has no key twice, and finds each where it is parsed when it is said', () => {
    const keys = Object.values(FILES).flatMap(keysOf);
    expect(keys.filter((key) => !has(key))).toEqual([]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});

describe('say', () => {
  it('chooses the form for the count', () => {
    expect(say('card-more', { count: 2 })).toContain('2');
    expect(say('documents-claims', { count: 1 })).toBe('1 claim');
  });

  it('keeps a direction mark in a quoted text from turning the sentence', () => {
    const said = say('slot-remove', { name: 'a\u202eb\u2069c' });
    expect(said).toContain('\u2068abc\u2069');
  });

  it('shows a key it does not have, and reports it', () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(say('no-such-key')).toBe('no-such-key');
    expect(report).toHaveBeenCalledOnce();
  });
});
