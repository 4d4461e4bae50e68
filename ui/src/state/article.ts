// The open article: plain data by id, changed by patches. Reactive code holds
// it raw and gets a new outer object for each change; the maps stay the same,
// because copying 20,000 spans at each key would cost more than the key.

import type {
  ArticleView,
  EntityView,
  LanguageView,
  LinkView,
  ParagraphView,
  Patch,
  SchemeView,
  SpanView,
  ZoneView,
} from '../host/bindings';

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
  readonly spans: Map<number, SpanView>;
  readonly links: Map<number, LinkView>;
  readonly entities: Map<number, EntityView>;
  readonly zones: Map<number, ZoneView>;
  /** Links by the span they start from. */
  readonly byHead: Map<number, LinkView[]>;
  /** Spans with a card, in text order. */
  readonly claims: readonly number[];
}

export const startOf = (span: SpanView): number => span.fragments[0]?.start ?? 0;
export const endOf = (span: SpanView): number => span.fragments.at(-1)?.end ?? 0;

/** Text order: by start, the longer first, then by age. */
export function before(a: SpanView, b: SpanView): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || a.id - b.id;
}

/** Labels whose spans have a card. */
export function statementLabels(scheme: SchemeView): Set<string> {
  return new Set(scheme.labels.filter((label) => label.role === 'statement').map((label) => label.id));
}

const NOTHING = Object.freeze({});
const NO_FLAGS = Object.freeze([]) as unknown as SpanView['flags'];

/** Most spans and links of a book have neither values nor flags: they share one nothing. */
function shareNothing({ spans, links }: ArticleView): void {
  for (const span of spans) if (span.flags.length === 0) span.flags = NO_FLAGS;
  for (const of of [...spans, ...links]) {
    if (Object.keys(of.attributes).length === 0) of.attributes = NOTHING;
  }
}

export function openArticle(view: ArticleView, scheme: SchemeView): OpenArticle {
  const statements = statementLabels(scheme);
  shareNothing(view);
  const byHead = new Map<number, LinkView[]>();
  for (const link of view.links) join(byHead, link);
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
    spans: new Map(view.spans.map((span) => [span.id, span])),
    links: new Map(view.links.map((link) => [link.id, link])),
    entities: new Map(view.entities.map((entity) => [entity.id, entity])),
    zones: new Map(view.zones.map((zone) => [zone.id, zone])),
    byHead,
    claims: view.spans
      .filter((span) => statements.has(span.label))
      .sort(before)
      .map((span) => span.id),
  };
}

function join(byHead: Map<number, LinkView[]>, link: LinkView): void {
  const list = (byHead.get(link.head) ?? []).filter((other) => other.id !== link.id);
  list.push(link);
  list.sort((a, b) => a.id - b.id);
  byHead.set(link.head, list);
}

function part(byHead: Map<number, LinkView[]>, link: LinkView): void {
  const list = (byHead.get(link.head) ?? []).filter((other) => other.id !== link.id);
  if (list.length > 0) byHead.set(link.head, list);
  else byHead.delete(link.head);
}

export function applyPatch(article: OpenArticle, patch: Patch, scheme: SchemeView): OpenArticle {
  const statements = statementLabels(scheme);
  for (const id of patch.removedLinks) {
    const link = article.links.get(id);
    if (link) part(article.byHead, link);
    article.links.delete(id);
  }
  for (const link of patch.links) {
    const old = article.links.get(link.id);
    if (old && old.head !== link.head) part(article.byHead, old);
    article.links.set(link.id, link);
    join(article.byHead, link);
  }
  const touched = new Set([...patch.removedSpans, ...patch.spans.map((span) => span.id)]);
  const moved = [...touched].some((id) => {
    const now = patch.spans.find((span) => span.id === id);
    const then = article.spans.get(id);
    const had = then !== undefined && statements.has(then.label);
    const has = now !== undefined && statements.has(now.label);
    return had !== has || (now && then && has && before(now, then) !== 0);
  });
  for (const id of patch.removedSpans) article.spans.delete(id);
  for (const span of patch.spans) article.spans.set(span.id, span);
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

function reorder(article: OpenArticle, touched: Set<number>, statements: Set<string>): number[] {
  const claims = article.claims.filter((id) => !touched.has(id));
  for (const id of touched) {
    const span = article.spans.get(id);
    if (!span || !statements.has(span.label)) continue;
    claims.splice(place(article, claims, span), 0, id);
  }
  return claims;
}

/** Where a span stands among sorted ones. */
function place(article: OpenArticle, claims: readonly number[], span: SpanView): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = article.spans.get(claims[middle] ?? -1);
    if (other && before(other, span) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of a claim in text order, from 1; 0 if it is none. */
export function claimNumber(article: OpenArticle, id: number): number {
  const span = article.spans.get(id);
  if (!span) return 0;
  const at = place(article, article.claims, span);
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
