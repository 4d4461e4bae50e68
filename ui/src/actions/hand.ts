// Taking a label in hand, marking with it, and laying it down.

import { taken } from '../state/hand';
import type { Program } from '../state/program.svelte';

/** The same label again lays it down. */
export function takeInHand(program: Program, label: string): void {
  if (program.hand?.label === label) {
    layDown(program);
    return;
  }
  program.hand = taken(label);
  program.tell('hand-taken', { label: program.label(label)?.title ?? label });
}

export function layDown(program: Program): void {
  const label = program.hand?.label ?? '';
  program.hand = null;
  program.tell('hand-laid-down', { label: program.label(label)?.title ?? label });
}

/** Marks what is selected, and fills no slot: a hand may pass over many claims. */
export async function markInHand(program: Program): Promise<void> {
  const { article, hand } = program;
  const selection = program.surface?.selection() ?? program.selection;
  if (!article || !hand || !selection) return;
  if (program.readOnly) {
    program.tell(article.status === 'done' ? 'article-done' : 'refused-read-only', {}, true);
    return;
  }
  const caret = program.surface?.caret() ?? program.caret;
  const { label, values } = hand;
  await program.edit('mark', {
    document: article.id,
    label,
    selection,
    caret,
    claim: null,
    slot: null,
    values,
  });
}
