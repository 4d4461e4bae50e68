// Near duplicates: opening them, and going to one of two articles.

import { tick } from 'svelte';
import type { NearPage } from '../host/bindings';
import type { Program } from '../state/program.svelte';

export function openNear(program: Program): void {
  program.list = null;
  program.panel = 'near';
}

export async function closeNear(program: Program): Promise<void> {
  program.panel = null;
  // What lies under the pane takes no focus before it is gone.
  await tick();
  program.surface?.focus();
}

export async function goToArticle(program: Program, document: number): Promise<void> {
  if (program.article?.id !== document && !(await program.open(document))) return;
  await closeNear(program);
}

/** Says so where articles that an import brought are like others. */
export async function tellNear(program: Program, before: readonly number[]): Promise<void> {
  const known = new Set(before);
  const among = program.articles.all.filter((id) => !known.has(id));
  if (among.length === 0) return;
  let page: NearPage | undefined;
  do {
    page = await program.ask('near_duplicates', { among });
  } while (page && !page.whole);
  if (page && page.total > 0) program.tell('near-imported', { count: page.total });
}
