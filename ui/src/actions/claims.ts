// The table of all claims: opening it, and going from a row to the text.

import { tick } from 'svelte';
import type { ClaimRowView } from '../host/bindings';
import { startOf } from '../state/spans';
import type { Program } from '../state/program.svelte';
import { activate } from './move';

export function openClaims(program: Program): void {
  // Where the person is in the text is where the table begins.
  program.claims.span = program.active ?? program.current ?? program.claims.span;
  program.panel = 'claims';
}

export async function closeClaims(program: Program): Promise<void> {
  program.panel = null;
  // What lies under the table takes no focus before it is gone.
  await tick();
  program.surface?.focus();
}

const grid = () => document.querySelector<HTMLElement>('[role="grid"]');

/** From a field to the rows, from the rows to the text. */
export function backFromClaims(program: Program): unknown {
  const field = document.activeElement?.matches('input, select') ?? false;
  return field ? grid()?.focus() : closeClaims(program);
}

/** To the words that the table is filtered by. */
export const filterClaims = (): void => document.querySelector<HTMLElement>('[data-claims-words]')?.focus();

export const toRows = (): void => grid()?.focus();

/** To the text of a claim: its article, the claim active, in view. */
export async function goToClaim(program: Program, row: ClaimRowView): Promise<void> {
  if (program.article?.id !== row.document && !(await program.open(row.document))) return;
  program.panel = null;
  // The surface takes the article up with the next drawing.
  await tick();
  const span = program.article?.spans.get(row.span);
  if (!span) return;
  if (program.label(span.label)?.role === 'statement') activate(program, span.id);
  else {
    program.current = span.id;
    program.moveTo(startOf(span));
  }
  program.surface?.reveal(startOf(span));
  program.surface?.focus();
}
