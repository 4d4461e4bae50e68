// Correcting the text, and going through what that changed.

import { tick } from 'svelte';
import type { Program } from '../state/program.svelte';

export function openCorrect(program: Program): void {
  const { article } = program;
  if (!article) return;
  if (program.project?.readOnly) return program.tell('refused-read-only', {}, true);
  if (article.newer !== null) return program.tell('problem-earlier-version', {}, true);
  program.correction.begin();
  program.panel = 'correct';
}

/** Closes the pane; what was typed stays for the next time. */
export async function closeCorrect(program: Program): Promise<void> {
  if (program.correction.touched) program.tell('correct-kept');
  else program.correction.forget();
  program.panel = null;
  await tick();
  program.surface?.focus();
}

/** Throws away what was typed. */
export function dropCorrect(program: Program): Promise<void> {
  program.correction.forget();
  return closeCorrect(program);
}

export async function saveCorrect(program: Program): Promise<void> {
  if (!(await program.correction.save())) return;
  await tick();
  if (program.panel !== 'correction') program.surface?.focus();
}

export async function openCorrection(program: Program): Promise<void> {
  if (!program.article) return;
  if (program.article.earlier === null) return program.tell('problem-no-earlier-version', {}, true);
  await program.correction.read();
  if (program.correction.result?.items.length === 0) program.tell('correction-none');
}

/** Shows an item where it lies, or where it stood. */
export function showItem(program: Program, at: number): void {
  const { correction, article } = program;
  const item = correction.result?.items[at];
  if (!item || !article) return;
  correction.at = at;
  const span = item.span === null ? undefined : article.spans.get(item.span);
  if (span) {
    program.current = span.id;
    if (program.label(span.label)?.role === 'statement') program.active = span.id;
    program.moveTo(item.range.end);
  } else {
    program.current = null;
    program.select(item.range);
  }
  program.surface?.reveal(item.range.start);
}

/** A person looked at an item: it is right as it is. */
export async function confirmItem(program: Program): Promise<void> {
  const { correction, article } = program;
  const item = correction.result?.items[correction.at];
  if (!article || !correction.result || !item?.open || item.span === null) return;
  const edited = await program.edit('confirm_span', { document: article.id, span: item.span });
  if (!edited) return;
  const items = correction.result.items.map((other) => (other === item ? { ...item, open: false } : other));
  correction.result = { ...correction.result, items };
  const next = items.findIndex((other, index) => index > correction.at && other.open && other.span !== null);
  if (next >= 0) showItem(program, next);
}
