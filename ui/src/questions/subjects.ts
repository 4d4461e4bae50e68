// What a decision can be a rule for: each label, its fields, their values.

import type { Subject } from '../actions/team';
import type { SchemeView } from '../host/bindings';

export interface Titled {
  readonly subject: Subject;
  readonly title: string;
  /** How far it is set in: a label 0, its fields 1, their values 2. */
  readonly depth: number;
}

const offered = <T extends { readonly retired: boolean }>(things: readonly T[]): T[] =>
  things.filter((thing) => !thing.retired);

export function subjectsOf(scheme: SchemeView | null): Titled[] {
  return offered(scheme?.labels ?? []).flatMap((label) => [
    { subject: { label: label.id, attribute: null, value: null }, title: label.title, depth: 0 },
    ...offered(label.attributes).flatMap((field) => [
      {
        subject: { label: label.id, attribute: field.id, value: null },
        title: field.title || field.id,
        depth: 1,
      },
      ...offered(field.values).map((value) => ({
        subject: { label: label.id, attribute: field.id, value: value.id },
        title: value.title || value.id,
        depth: 2,
      })),
    ]),
  ]);
}
