// A mention wherever else it stands: a look at the places, then one step.

import { chosen, elsewhereOf, stepped, toggled, type Elsewhere } from '../state/elsewhere';
import type { Program } from '../state/program.svelte';

export async function openElsewhere(program: Program, document: number, span: number): Promise<void> {
  const found = await program.ask('occurrences', { document, span });
  if (!found) return;
  if (found.length === 0) program.tell('elsewhere-none', {}, true);
  else show(program, elsewhereOf(span, found));
}

function show(program: Program, elsewhere: Elsewhere): void {
  program.elsewhere = elsewhere;
  const place = elsewhere.found[elsewhere.at];
  if (place) program.surface?.reveal(place.range.start);
}

export function toggle(program: Program, index: number): void {
  if (program.elsewhere) show(program, toggled(program.elsewhere, index));
}

export function step(program: Program, by: 1 | -1): void {
  if (program.elsewhere) show(program, stepped(program.elsewhere, by));
}

export function leave(program: Program): void {
  program.elsewhere = null;
  program.surface?.focus();
}

export async function accept(program: Program): Promise<void> {
  const { elsewhere, article } = program;
  if (!elsewhere || !article) return;
  leave(program);
  const { span } = elsewhere;
  await program.edit('mark_occurrences', { document: article.id, span, ranges: chosen(elsewhere) });
}
