// What an open card shows of a claim.

import type { AttributeView, LabelView, LinkKindView, SchemeView, SpanView } from '../host/bindings';
import type { OpenArticle } from '../state/article';
import { linksOf } from '../state/target';

/** Slots of a label, those a person fills by a key first. */
export function slotsOf(scheme: SchemeView, label: string): LinkKindView[] {
  return scheme.links.filter((link) => link.from.includes(label));
}

/** A slot without a key is shown where something is in it, and with all that is one step away. */
export function shownSlots(
  article: OpenArticle,
  scheme: SchemeView,
  span: SpanView,
  more: boolean,
): LinkKindView[] {
  return slotsOf(scheme, span.label).filter(
    (slot) => slot.key !== null || (more && !slot.retired) || linksOf(article, span.id, slot.id).length > 0,
  );
}

/** Slots that are one step away. */
export const emptyUnkeyed = (article: OpenArticle, scheme: SchemeView, span: SpanView): LinkKindView[] =>
  slotsOf(scheme, span.label).filter(
    (slot) => slot.key === null && !slot.retired && linksOf(article, span.id, slot.id).length === 0,
  );

/** A retired field is shown only where it has a value; a required one always, before and after it has one. */
export function fieldsOf(label: LabelView, span: SpanView, show: AttributeView['show']): AttributeView[] {
  const shown = (field: AttributeView) => (field.required && !field.retired ? 'always' : field.show);
  return label.attributes.filter(
    (attribute) => shown(attribute) === show && (!attribute.retired || attribute.id in span.attributes),
  );
}
