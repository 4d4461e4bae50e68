// What was proposed as not the article, headline, byline and so on.

import type { TextRange, ZoneView } from '../host/bindings';
import type { OpenArticle } from '../state/article';
import type { Program } from '../state/program.svelte';

const inOrder = (article: OpenArticle): ZoneView[] =>
  [...article.zones.values()].sort((one, other) => one.range.start - other.range.start);

export const proposed = (article: OpenArticle): ZoneView[] =>
  inOrder(article).filter(({ state }) => state === 'proposed');

/** The proposed zone at a position; one that ends there gives way to one that begins there. */
export function proposedAt(article: OpenArticle, position: number): ZoneView | undefined {
  const here = proposed(article).filter(({ range }) => range.start <= position && position <= range.end);
  return here.find(({ range }) => position < range.end) ?? here[0];
}

/** The next proposed zone after a position, or the first of all. */
export function nextProposed(article: OpenArticle, position: number): ZoneView | undefined {
  const all = proposed(article);
  return all.find(({ range }) => range.start > position) ?? all[0];
}

/** The zone that a selection lies on: one still proposed before others. */
export function zoneOn(article: OpenArticle, { start, end }: TextRange): ZoneView | undefined {
  const meeting = inOrder(article).filter(({ range }) => range.start < end && start < range.end);
  return meeting.find(({ state }) => state === 'proposed') ?? meeting[0];
}

const caretOf = (program: Program): number => program.surface?.caret() ?? program.caret;

/** Accepts or refuses what is proposed at the caret; elsewhere goes to the next and says what it is. */
export async function decide(program: Program, document: number, accept: boolean): Promise<void> {
  const { article } = program;
  if (!article) return;
  const caret = caretOf(program);
  const here = proposedAt(article, caret);
  if (here) {
    await program.edit('decide_zone', { document, zone: here.id, accept });
    return;
  }
  const next = nextProposed(article, caret);
  if (!next) return program.tell('problem-nothing-proposed', {}, true);
  program.moveTo(next.range.start);
  program.tell('zone-proposed', { kind: next.kind, reason: next.reason });
}

/** The selection becomes the zone that it lies on, or a new one. */
export async function adjust(program: Program, document: number): Promise<void> {
  const { article } = program;
  const range = program.surface?.selection() ?? program.selection;
  if (!article) return;
  if (!range) return program.tell('refused-no-zone-selection', {}, true);
  await program.edit('adjust_zone', { document, zone: zoneOn(article, range)?.id ?? null, range });
}
