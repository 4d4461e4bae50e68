// Spans of the article as the surface draws them.

import type { LabelView, SchemeView, SpanView, TextRange, ZoneView } from '../host/bindings';
import { claimNumber, type OpenArticle } from '../state/article';
import type { Spans } from '../state/spans';
import { differs, isUnsure, shownTag } from '../state/language';
import type { DrawnSpan, LineLanguages, SpanSource, Zone } from '../text/editor';

export type LabelsById = ReadonlyMap<string, LabelView>;

export const labelsById = (scheme: SchemeView): LabelsById =>
  new Map(scheme.labels.map((label) => [label.id, label]));

/** At a span whose text was corrected, until somebody says that it is right. */
export const CORRECTED = 'Δ';

/** `now` is asked while painting: a new claim gives all later ones another number. */
export function drawn(span: SpanView, labels: LabelsById, now: () => OpenArticle | null): DrawnSpan {
  const sign = span.flags.includes('text_changed') ? CORRECTED : '';
  return drawnAs(span.id, labels.get(span.label), span.label, span.fragments, sign, now);
}

function drawnAs(
  id: number,
  label: LabelView | undefined,
  labelId: string,
  fragments: readonly TextRange[],
  sign: string,
  now: () => OpenArticle | null,
): DrawnSpan {
  const shape = label?.shape ?? 'solid';
  const plain = { id, label: labelId, shape, colour: label?.colour ?? '#888888', fragments };
  if (label?.role !== 'statement') return sign === '' ? plain : { ...plain, number: sign };
  return {
    ...plain,
    get number() {
      const article = now();
      return article ? `${claimNumber(article, id)}${sign}` : '';
    },
  };
}

/** All spans of an article; a plain one stays numbers though it is drawn. */
export function drawnSpans(spans: Spans, labels: LabelsById, now: () => OpenArticle | null): SpanSource {
  return {
    fragments(take) {
      spans.each((id, start, end, label) => {
        const tint = labels.get(label)?.shape === 'tint';
        const fragments = spans.made(id)?.fragments;
        if (!fragments) return take(id, 0, start, end, tint);
        fragments.forEach((fragment, index) => take(id, index, fragment.start, fragment.end, tint));
      });
    },
    drawn(id) {
      const made = spans.made(id);
      if (made) return drawn(made, labels, now);
      const hull = spans.hull(id);
      const label = spans.labelOf(id);
      if (!hull || label === undefined) return undefined;
      return drawnAs(id, labels.get(label), label, [hull], '', now);
    },
  };
}

export function drawnZones(zones: Iterable<ZoneView>): Zone[] {
  return [...zones].map(({ range, kind, state }) => ({ ...range, kind, state }));
}

/** Lines in another language than the article's; `starts` are the first positions of lines. */
export function drawnLanguages(article: OpenArticle, starts: readonly number[]): LineLanguages {
  const drawn = new Map<number, { tag: string; unsure: boolean }>();
  for (const paragraph of article.paragraphs) {
    const tag = shownTag(paragraph.language);
    if (tag === null || !differs(article, paragraph)) continue;
    drawn.set(lineOf(starts, paragraph.range.start), { tag, unsure: isUnsure(paragraph.language) });
  }
  return drawn;
}

/** Spans that the links of a claim point to. */
export function targetsOf(article: OpenArticle, claim: number | null): number[] {
  const links = claim === null ? [] : article.links.from(claim);
  return links.flatMap((link) => (link.target.span === null ? [] : [link.target.span]));
}

/** The number of the line (from 0) that a position is in, by binary search over line starts. */
export function lineOf(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
