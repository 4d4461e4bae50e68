// Going about in the article and between articles.

import type { TextRange } from '../host/bindings';
import { startOf } from '../state/spans';
import type { Program } from '../state/program.svelte';

const selected = (program: Program): TextRange => {
  const caret = program.surface?.caret() ?? program.caret;
  return program.surface?.selection() ?? program.selection ?? { start: caret, end: caret };
};

export async function stop(program: Program, backward: boolean): Promise<void> {
  if (!program.article) return;
  const found = await program.ask('stop', {
    document: program.article.id,
    from: selected(program),
    backward,
    claim: program.active,
  });
  if (!found) {
    if (found === null) program.tell(backward ? 'stop-first' : 'stop-last');
    return;
  }
  if (found.span !== null) program.current = found.span;
  program.select(found.range);
}

const same = (a: TextRange, b: TextRange) => a.start === b.start && a.end === b.end;

export async function grow(program: Program): Promise<void> {
  if (!program.article) return;
  const from = selected(program);
  const to = await program.ask('grow', { document: program.article.id, selection: from });
  if (!to) return;
  const last = program.grown.at(-1);
  // Another selection was made meanwhile: its growth starts anew.
  program.grown = last && same(last.to, from) ? [...program.grown, { from, to }] : [{ from, to }];
  program.select(to);
}

export function shrink(program: Program): void {
  const last = program.grown.at(-1);
  if (!last || !same(last.to, selected(program))) return;
  program.grown = program.grown.slice(0, -1);
  program.select(last.from);
}

export async function quotation(program: Program): Promise<void> {
  if (!program.article) return;
  const caret = program.surface?.caret() ?? program.caret;
  const found = await program.ask('quotation', { document: program.article.id, caret });
  if (found) program.select(found);
  else if (found === null) program.tell('refused-no-quotation', {}, true);
}

/** Makes a claim the active one and shows it. */
export function activate(program: Program, id: number): void {
  const span = program.article?.spans.get(id);
  if (!span) return;
  program.active = id;
  program.current = id;
  program.moveTo(startOf(span));
}

export function claim(program: Program, by: 1 | -1): void {
  const { article, active } = program;
  if (!article) return;
  const caret = program.surface?.caret() ?? program.caret;
  let at = active === null ? -1 : article.claims.indexOf(active);
  if (at >= 0) at += by;
  else {
    const next = article.claims.findIndex((id) => {
      const hull = article.spans.hull(id);
      return hull !== undefined && hull.start >= caret;
    });
    const after = next < 0 ? article.claims.length : next;
    at = by > 0 ? after : after - 1;
  }
  const id = article.claims[at];
  if (id !== undefined) {
    if (/^claim-(?:first|last)$/u.test(program.said?.message.key ?? '')) program.said = null;
    return activate(program, id);
  }
  // There is no further one, but the eye may have left the one that is active.
  if (active !== null) activate(program, active);
  program.tell(by > 0 ? 'claim-last' : 'claim-first');
}

/** Spans at a position, the shortest first. */
export function spansAt(program: Program, position: number): number[] {
  const found: { id: number; length: number }[] = [];
  const spans = program.article?.spans;
  spans?.each((id, start, end) => {
    if (position < start || end < position) return;
    const fragments = spans.made(id)?.fragments ?? [{ start, end }];
    if (fragments.some((fragment) => fragment.start <= position && position <= fragment.end)) {
      found.push({ id, length: end - start });
    }
  });
  return found.sort((a, b) => a.length - b.length || a.id - b.id).map((span) => span.id);
}

export function nextHere(program: Program): void {
  const here = spansAt(program, program.surface?.caret() ?? program.caret);
  if (here.length === 0) {
    program.tell('refused-no-span-here', {}, true);
    return;
  }
  const at = program.current === null ? -1 : here.indexOf(program.current);
  program.current = here[(at + 1) % here.length] ?? null;
}

export async function article(program: Program, by: 1 | -1): Promise<void> {
  const { listed } = program.library;
  const at = program.article ? listed.indexOf(program.article.id) : -1;
  const next = listed[at < 0 ? 0 : at + by];
  if (next === undefined) program.tell(by > 0 ? 'article-last' : 'article-first');
  else {
    program.said = null;
    await program.open(next);
  }
}
