// The open article: plain data by id, changed by patches. Reactive code holds
// it raw and gets a new outer object for each change; the maps stay the same,
// because copying 20,000 spans at each key would cost more than the key.

import type {
  ArticleView,
  EntityView,
  LanguageView,
  ParagraphView,
  Patch,
  SchemeView,
  SpanView,
  ZoneView,
} from '../host/bindings';
import { Links } from './links';
import { Spans } from './spans';

export interface OpenArticle {
  readonly id: number;
  readonly title: string;
  readonly text: string;
  readonly rightToLeftLines: readonly number[];
  readonly language: LanguageView;
  readonly paragraphs: readonly ParagraphView[];
  readonly status: ArticleView['status'];
  readonly practice: boolean;
  /** What was answered about it as a whole, by attribute id. */
  readonly answers: ArticleView['answers'];
  /** The version that this one corrects. */
  readonly earlier: number | null;
  /** The version that took its place: this one is for reading then. */
  readonly newer: number | null;
  readonly spans: Spans;
  readonly links: Links;
  readonly entities: Map<number, EntityView>;
  readonly zones: Map<number, ZoneView>;
  /** Spans with a card, in text order. */
  readonly claims: readonly number[];
}

/** A span from its first unit to its last. */
interface Placed {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Text order: by start, the longer first, then by age. */
function before(a: Placed, b: Placed): number {
  return a.start - b.start || b.end - a.end || a.id - b.id;
}

/** Labels whose spans have a card. */
export function statementLabels(scheme: SchemeView): Set<string> {
  return new Set(scheme.labels.filter((label) => label.role === 'statement').map((label) => label.id));
}

export function openArticle(view: ArticleView, scheme: SchemeView): OpenArticle {
  const statements = statementLabels(scheme);
  const spans = new Spans(view.spans);
  const claims: Placed[] = [];
  spans.each((id, start, end, label) => {
    if (statements.has(label)) claims.push({ id, start, end });
  });
  return {
    id: view.id,
    title: view.title,
    text: view.text,
    rightToLeftLines: view.rightToLeftLines,
    language: view.language,
    paragraphs: view.paragraphs,
    status: view.status,
    practice: view.practice,
    answers: view.answers,
    earlier: view.earlier,
    newer: view.newer,
    spans,
    links: new Links(view.links),
    entities: new Map(view.entities.map((entity) => [entity.id, entity])),
    zones: new Map(view.zones.map((zone) => [zone.id, zone])),
    claims: claims.sort(before).map(({ id }) => id),
  };
}

export function applyPatch(article: OpenArticle, patch: Patch, scheme: SchemeView): OpenArticle {
  const statements = statementLabels(scheme);
  for (const id of patch.removedLinks) article.links.delete(id);
  for (const link of patch.links) article.links.set(link);
  const touched = new Set([...patch.removedSpans, ...patch.spans.map((span) => span.id)]);
  const placed = (): (Placed | null)[] => [...touched].map((id) => placedClaim(article, id, statements));
  const then = placed();
  for (const id of patch.removedSpans) article.spans.delete(id);
  for (const span of patch.spans) article.spans.set(span);
  const moved = placed().some((now, at) => !samePlace(now, then[at] ?? null));
  for (const entity of patch.entities) article.entities.set(entity.id, entity);
  for (const id of patch.removedZones) article.zones.delete(id);
  for (const zone of patch.zones) {
    if (zone.state === 'refused') article.zones.delete(zone.id);
    else article.zones.set(zone.id, zone);
  }
  return {
    ...article,
    title: patch.title ?? article.title,
    status: patch.status ?? article.status,
    answers: patch.answers ?? article.answers,
    language: patch.language ?? article.language,
    paragraphs: patch.paragraphs ?? article.paragraphs,
    claims: moved ? reorder(article, touched, statements) : article.claims,
  };
}

/** Where a claim lies; `null` is none. */
function placedClaim(article: OpenArticle, id: number, statements: Set<string>): Placed | null {
  const hull = article.spans.hull(id);
  return hull && statements.has(article.spans.labelOf(id) ?? '') ? { id, ...hull } : null;
}

const samePlace = (one: Placed | null, other: Placed | null): boolean =>
  one && other ? before(one, other) === 0 : one === other;

function reorder(article: OpenArticle, touched: Set<number>, statements: Set<string>): number[] {
  const claims = article.claims.filter((id) => !touched.has(id));
  for (const id of touched) {
    const claim = placedClaim(article, id, statements);
    if (claim) claims.splice(place(article, claims, claim), 0, id);
  }
  return claims;
}

/** Where a claim stands among sorted ones. */
function place(article: OpenArticle, claims: readonly number[], claim: Placed): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const id = claims[middle] ?? -1;
    const hull = article.spans.hull(id);
    if (hull && before({ id, ...hull }, claim) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a claim in text order, from 1; 0 if it is none. */
export function claimNumber(article: OpenArticle, id: number): number {
  const hull = article.spans.hull(id);
  if (!hull) return 0;
  const at = place(article, article.claims, { id, ...hull });
  return article.claims[at] === id ? at + 1 : 0;
}

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The longest beginning of a text within a length that cuts no letter from its marks. */
function beginning(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const last = clusters.segment(text).containing(longest);
  return text.slice(0, last?.index ?? longest);
}

/** The words of a span, its fragments joined by an ellipsis; `longest` is in UTF-16 units. */
export function quote(article: OpenArticle, span: SpanView, longest = Infinity): string {
  const pieces: string[] = [];
  let left = longest;
  for (const { start, end } of span.fragments) {
    if (left <= 0) break;
    // Letters have few marks: a little more tells whether the last one is whole.
    const words = article.text.slice(start, Math.min(end, start + left + 64));
    pieces.push(beginning(words, left).replace(/\s+/gu, ' '));
    left -= end - start;
  }
  return pieces.join(' … ').toWellFormed();
}
