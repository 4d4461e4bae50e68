// The field of a span that the digits answer.

import type { AttributeView, ChoiceView, SpanView } from '../host/bindings';
import { say } from '../words/words';

/** What the digits choose from: the scheme's values, or yes and no; nothing for what is typed. */
export function choicesOf({ kind, values }: AttributeView): readonly ChoiceView[] {
  if (kind === 'choice' || kind === 'choices') return values.filter((value) => !value.retired);
  if (kind !== 'yes-no') return [];
  return [
    { id: 'yes', title: say('value-yes'), help: '', retired: false },
    { id: 'no', title: say('value-no'), help: '', retired: false },
  ];
}

/** A span or a link, as far as its values go. */
export type Valued = Pick<SpanView, 'attributes'>;

const isChoice = (attribute: AttributeView): boolean => !attribute.retired && choicesOf(attribute).length > 0;

/** What a field shows: what can be chosen, and what is chosen already though it is retired. */
export function shownChoices(span: Valued, attribute: AttributeView): readonly ChoiceView[] {
  const kept = attribute.values.filter((value) => value.retired && isChosen(span, attribute.id, value.id));
  return [...choicesOf(attribute), ...kept];
}

/** The first choice always shown that no rule fills, else the first choice. */
export function mainField(
  of: { readonly attributes: readonly AttributeView[] } | undefined,
): AttributeView | null {
  const fields = (of?.attributes ?? []).filter(isChoice);
  return (
    fields.find((field) => field.show === 'always' && !field.hasRule) ??
    fields.find((field) => field.show === 'always') ??
    fields[0] ??
    null
  );
}

/** Required and still empty. */
export const isMissing = (of: Valued, field: AttributeView): boolean =>
  field.required && !field.retired && of.attributes[field.id] === undefined;

export function isChosen(span: Valued, attribute: string, value: string): boolean {
  const now = span.attributes[attribute]?.value;
  if (typeof now === 'boolean') return value === (now ? 'yes' : 'no');
  return Array.isArray(now) ? now.includes(value) : now === value;
}

/** The value after choosing: several choices toggle, one replaces. */
export function chosen(
  span: Valued,
  field: AttributeView,
  value: string,
): string | boolean | string[] | null {
  if (field.kind === 'yes-no') return value === 'yes';
  if (field.kind !== 'choices') return value;
  const now = span.attributes[field.id]?.value;
  const set = new Set(Array.isArray(now) ? now : []);
  if (!set.delete(value)) set.add(value);
  const several = field.values.map((choice) => choice.id).filter((id) => set.has(id));
  return several.length > 0 ? several : null;
}

/** The value after choosing it with a click or a digit; its own again empties the field. */
export function picked(of: Valued, field: AttributeView, value: string): string | boolean | string[] | null {
  // Choosing what a rule has set confirms it.
  const byRule = of.attributes[field.id]?.byRule ?? false;
  const empty = field.kind !== 'choices' && isChosen(of, field.id, value) && !byRule;
  return empty ? null : chosen(of, field, value);
}
