import { describe, expect, it } from 'vitest';
import type { Scheme } from '../host/bindings';
import { draft } from '../testing/draft';
import {
  freeId,
  freeLetters,
  letterOf,
  move,
  newAttribute,
  newLabel,
  removeLabel,
  renameLabel,
  withoutEmptyLines,
} from './draft';

const label = (scheme: Scheme, id: string) => {
  const found = scheme.labels.find((known) => known.id === id);
  if (!found) throw new Error(`no label ${id}`);
  return found;
};
const link = (scheme: Scheme, id: string) => {
  const found = scheme.links.find((known) => known.id === id);
  if (!found) throw new Error(`no link ${id}`);
  return found;
};

describe('freeId', () => {
  it('makes a plain id of any script, unlike the others', () => {
    expect(freeId('Direct speech!', [], 'value')).toBe('direct_speech');
    expect(freeId('Цитата', [], 'value')).toBe('цитата');
    expect(freeId('—', ['value', 'value_2'], 'value')).toBe('value_3');
  });
});

describe('a letter', () => {
  it('is free when neither the grammar nor the scheme has it', () => {
    expect(freeLetters(draft())).toEqual(['Z']);
  });

  it('may be shared by a label and the link that it fills, and by nothing else', () => {
    const scheme = draft();
    expect(letterOf(scheme, 'S', label(scheme, 'speaker'))).toBeNull();
    expect(letterOf(scheme, 'S', link(scheme, 'said_by'))).toBeNull();
    expect(letterOf(scheme, 'S', label(scheme, 'place'))?.id).toBe('speaker');
    expect(letterOf(scheme, 'P', link(scheme, 'cued_by'))?.id).toBe('place');
    expect(letterOf(scheme, 'T', link(scheme, 'about'))?.id).toBe('addressed_to');
    label(scheme, 'speaker').retired = true;
    link(scheme, 'said_by').enabled = false;
    expect(letterOf(scheme, 'S', label(scheme, 'place'))).toBeNull();
  });
});

describe('a label', () => {
  it('takes its ends of links along when it goes or is called otherwise', () => {
    const scheme = draft();
    renameLabel(scheme, label(scheme, 'cue'), 'words');
    expect(link(scheme, 'cued_by').to).toEqual(['words']);
    removeLabel(
      scheme,
      scheme.labels.findIndex(({ id }) => id === 'words'),
    );
    expect(scheme.links.some(({ id }) => id === 'cued_by')).toBe(false);
    expect(link(scheme, 'said_by').to).toEqual(['speaker', 'entity']);
  });

  it('begins with an id and a letter that nothing has', () => {
    const scheme = draft();
    const made = newLabel(scheme);
    expect([made.id, made.key]).toEqual(['label', 'Z']);
  });
});

it('moves entries as far as the list goes', () => {
  const list = ['a', 'b', 'c'];
  expect([move(list, 0, 1), list.join('')]).toEqual([1, 'bac']);
  expect([move(list, 0, -1), list.join('')]).toEqual([0, 'bac']);
  expect([move(list, 2, 1), list.join('')]).toEqual([2, 'bac']);
});

it('leaves no empty lines among the examples', () => {
  const scheme = draft();
  label(scheme, 'claim').examples = ['one', '', '  ', 'two'];
  const field = newAttribute([]);
  field.examples = ['', 'three'];
  link(scheme, 'said_by').attributes.push(field);
  withoutEmptyLines(scheme);
  expect(label(scheme, 'claim').examples).toEqual(['one', 'two']);
  expect(link(scheme, 'said_by').attributes[0]?.examples).toEqual(['three']);
});
