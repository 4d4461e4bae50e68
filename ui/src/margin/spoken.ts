// A claim in one line, for those who hear the window.

import type { LabelView, SchemeView, SpanView } from '../host/bindings';
import { claimNumber, quote, type OpenArticle } from '../state/article';
import { linksOf, targetName } from '../state/target';
import { say } from '../words/words';
import { slotsOf } from './slots';

/** Label and number, the words, and what fills each slot. */
export function spoken(article: OpenArticle, scheme: SchemeView, label: LabelView, span: SpanView): string {
  const number = claimNumber(article, span.id);
  const parts = [
    say('spoken-claim', { label: label.title || label.id, number, quote: quote(article, span) }),
  ];
  if (span.flags.includes('unsure')) parts.push(say('flag-unsure'));
  if (span.flags.includes('text_changed')) parts.push(say('flag-text-changed'));
  if (span.question) parts.push(say('flag-question'));
  for (const slot of slotsOf(scheme, span.label)) {
    const names = linksOf(article, span.id, slot.id).map((link) => {
      const { text, special } = targetName(article, link.target);
      return special ? say(`special-${special}`) : text;
    });
    if (names.length > 0) {
      parts.push(say('spoken-slot', { slot: slot.title || slot.id, names: names.join(', ') }));
    }
  }
  return parts.join('. ');
}
