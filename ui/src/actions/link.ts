// The note of a link.

import { tick } from 'svelte';
import type { Program } from '../state/program.svelte';

/** Back to the chip, with the note as it was. */
export async function leaveLinkNote(program: Program): Promise<void> {
  const link = program.linkNote;
  program.linkNote = null;
  await tick();
  document.querySelector<HTMLElement>(`[data-link="${link}"]`)?.focus();
}
