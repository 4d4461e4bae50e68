// All fields and links of the current span, whatever its label.

import { tick } from 'svelte';
import type { Program } from '../state/program.svelte';

/** A claim has its card; any other span shows its fields beside it. */
export function openDetails(program: Program, focusCard: () => void): void {
  const { current } = program;
  if (current === null) return;
  if (program.labelOf(current)?.role === 'statement') {
    program.active = current;
    focusCard();
  } else program.details = current;
}

export async function closeDetails(program: Program): Promise<void> {
  program.details = null;
  await tick();
  program.surface?.focus();
}
