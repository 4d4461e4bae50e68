// A name that files have, as a row of a table: what it is, and what it may become.

import type { Becomes, NameFound, OurName, ValueFound } from '../host/bindings';

export interface Name {
  readonly id: string;
  /** What has it: the label of an attribute, the label and attribute of a value. */
  readonly of: readonly string[];
  readonly name: string;
  readonly count: number;
  /** The scheme has it too. */
  readonly known: boolean;
  /** The scheme can take it as a new one. */
  readonly adds: boolean;
  readonly ours: readonly OurName[];
  readonly becomes: Becomes;
}

export function named(found: readonly NameFound[], ours: readonly OurName[]): Name[] {
  return found.map((one) => ({ ...one, id: one.name, of: [], adds: true, ours }));
}

export function placed(found: readonly ValueFound[]): Name[] {
  return found.map((one) => ({ ...one, known: false }));
}
