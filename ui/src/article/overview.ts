// What of the open article its overview shows.

import type { Findings, LabelView } from '../host/bindings';
import type { OpenArticle } from '../state/article';
import type { Marked } from '../text/overview';

/** The article's claims in text order. */
export function marked(
  article: OpenArticle,
  labels: ReadonlyMap<string, LabelView>,
  findings: Findings | null,
): Marked[] {
  const unfinished = new Set<number>();
  for (const { span, hint } of findings?.findings ?? []) if (!hint && span !== null) unfinished.add(span);
  return article.claims.map((id) => {
    const span = article.spans.made(id);
    return {
      id,
      colour: labels.get(article.spans.labelOf(id) ?? '')?.colour ?? '#888888',
      unfinished: unfinished.has(id),
      flagged:
        span !== undefined &&
        (span.question !== '' || span.flags.includes('unsure') || span.flags.includes('text_changed')),
    };
  });
}

/** What is not the article, proposed or so marked, in text order. */
export const skipped = (article: OpenArticle): { start: number; end: number }[] =>
  [...article.zones.values()]
    .filter(({ kind, state }) => kind === 'skip' && state !== 'refused')
    .map(({ range }) => range)
    .sort((one, other) => one.start - other.start);
