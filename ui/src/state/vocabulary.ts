// Words used so far that fit what is typed.

import type { WordUsed } from '../host/bindings';

/** A list longer than this is not read. */
const LONGEST = 12;

const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** Those that begin with what is typed, then those that have it; the one used most first. */
export function fitting(words: readonly WordUsed[], typed: string): readonly WordUsed[] {
  const wanted = fold(typed.trim());
  const has = words.filter(({ word }) => fold(word).includes(wanted));
  const begins = has.filter(({ word }) => fold(word).startsWith(wanted));
  return [...begins, ...has.filter((word) => !begins.includes(word))].slice(0, LONGEST);
}
