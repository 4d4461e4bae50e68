// Done, or open again. What is unfinished is told once; the same again means it.

import type { Program } from '../state/program.svelte';

export async function toggleDone(program: Program): Promise<void> {
  const { article, told } = program;
  if (!article) return;
  const document = article.id;
  const done = article.status !== 'done';
  const anyway = done && told;
  program.told = false;
  const edited = await program.edit('set_done', { document, done, anyway });
  program.told = done && !edited && !anyway;
}
