// What a decision can be a rule for: each label and link kind, its fields, their values.

import type { Subject } from '../actions/team';
import type { AttributeView, SchemeView } from '../host/bindings';
import { say } from '../words/words';

export interface Titled {
  readonly subject: Subject;
  readonly title: string;
  /** How far it is set in: a label or a link 0, its fields 1, their values 2. */
  readonly depth: number;
}

const offered = <T extends { readonly retired: boolean }>(things: readonly T[]): T[] =>
  things.filter((thing) => !thing.retired);

type Of = Pick<Subject, 'label' | 'link'>;

/** A label or a link kind, then its fields, each with its values. */
const within = (of: Of, title: string, fields: readonly AttributeView[]): Titled[] => [
  { subject: { ...of, attribute: null, value: null }, title, depth: 0 },
  ...offered(fields).flatMap((field) => [
    { subject: { ...of, attribute: field.id, value: null }, title: field.title || field.id, depth: 1 },
    ...offered(field.values).map((value) => ({
      subject: { ...of, attribute: field.id, value: value.id },
      title: value.title || value.id,
      depth: 2,
    })),
  ]),
];

export function subjectsOf(scheme: SchemeView | null): Titled[] {
  return [
    ...offered(scheme?.labels ?? []).flatMap((label) =>
      within({ label: label.id }, label.title, label.attributes),
    ),
    ...offered(scheme?.links ?? []).flatMap((link) => {
      const [label] = link.from;
      if (label === undefined) return [];
      const title = say('subject-link', { title: link.title });
      return within({ label, link: link.id }, title, link.attributes);
    }),
  ];
}
