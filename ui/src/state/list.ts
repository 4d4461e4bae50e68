// The numbered list: which choices it shows, without asking the program.

import type { Candidate, TextRange } from '../host/bindings';
import type { Offer } from './language';

export type Purpose =
  | { kind: 'slot'; claim: number; slot: string }
  | { kind: 'entity'; span: number }
  | { kind: 'stand-in'; span: number; selection: TextRange | null; caret: number }
  /** Of the paragraph at the caret, or of the article. */
  | { kind: 'language'; caret: number | null; byHand: boolean; offers: readonly Offer[] };

export interface Choice extends Candidate {
  /** An entity that is made when it is chosen. */
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

/** What is not there yet follows, also beyond the digits. */
export const choices = (candidates: readonly Candidate[]): Choice[] =>
  candidates
    .map((candidate) => ({ ...candidate, isNew: candidate.near === 'new' }))
    .filter((choice, index) => index < LONGEST || choice.isNew);
