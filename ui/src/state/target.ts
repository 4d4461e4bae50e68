// Whom a link points to, in words.

import type { LinkView, TargetView } from '../host/bindings';
import { quote, type OpenArticle } from './article';

export type Named = { text: string; special: 'author' | 'not_given' | null };

/** The entity's name, else the words of the mention, else what is special. */
export function targetName(article: OpenArticle, target: TargetView): Named {
  if (target.special) return { text: '', special: target.special };
  const span = target.span === null ? undefined : article.spans.get(target.span);
  const entity = target.entity ?? span?.entity ?? null;
  const name = entity === null ? undefined : article.entities.get(entity)?.name;
  return { text: name ?? (span ? quote(article, span, 60) : ''), special: null };
}

export function linksOf(article: OpenArticle, claim: number, kind: string): LinkView[] {
  return article.links.from(claim).filter((link) => link.kind === kind);
}

/** Spans to light with an entity: all its mentions. */
export function mentionsOf(article: OpenArticle, entity: number): number[] {
  const standing = (id: number) => article.entities.get(id)?.standing ?? id;
  const wanted = standing(entity);
  const found: number[] = [];
  article.spans.each((id, _start, _end, _label, entity) => {
    if (entity !== null && standing(entity) === wanted) found.push(id);
  });
  return found;
}
