// The numbered list: which choices it shows, without asking the program.

import type { Candidate, TextRange } from '../host/bindings';
import type { Offer } from './language';

export type Purpose =
  | { kind: 'slot'; claim: number; slot: string }
  | { kind: 'entity'; span: number }
  | { kind: 'stand-in'; selection: TextRange | null; caret: number }
  /** Of the paragraph at the caret, or of the article. */
  | { kind: 'language'; caret: number | null; byHand: boolean; offers: readonly Offer[] };

export interface Choice extends Candidate {
  /** A name that the register does not have yet. */
  readonly isNew: boolean;
  /** In a list of languages; no tag gives the choice back to the program. */
  readonly language?: { readonly tag: string | null; readonly detail: string };
}

export interface OpenList {
  readonly purpose: Purpose;
  readonly query: string;
  readonly choices: readonly Choice[];
  readonly highlighted: number;
}

/** Nine can be chosen by a digit, and `0` is the tenth. */
export const LONGEST = 10;

const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** What was typed is offered as a new name unless it is there already. */
export function choices(candidates: readonly Candidate[], query: string): Choice[] {
  const typed = query.trim();
  const known = candidates.some((candidate) => fold(candidate.title) === fold(typed));
  const list: Choice[] = candidates.map((candidate) => ({ ...candidate, isNew: false }));
  if (typed === '' || known) return list.slice(0, LONGEST);
  const target = { span: null, entity: null, special: null };
  return [...list.slice(0, LONGEST - 1), { target, title: typed, near: 'new', kind: null, isNew: true }];
}
