// Finding in the article on screen.

import { filterClaims } from './claims';
import { further, nearest } from '../state/find';
import type { Program } from '../state/program.svelte';

/** A selection longer than this is not meant to be looked for. */
const LONGEST = 80;

export async function openFind(program: Program): Promise<void> {
  if (program.panel === 'claims') return filterClaims();
  const { article, find, surface } = program;
  if (!article) return;
  const selected = surface?.selection() ?? null;
  const from = selected?.start ?? surface?.caret() ?? program.caret;
  const asked = (find?.asked ?? 0) + 1;
  const words = selected ? article.text.slice(selected.start, selected.end) : '';
  const query = words && words.length <= LONGEST && !words.includes('\n') ? words : (find?.query ?? '');
  program.find = { query: '', ranges: [], total: 0, at: -1, from, asked };
  await look(program, query);
}

export async function look(program: Program, query: string): Promise<void> {
  const { article, find } = program;
  if (!article || !find) return;
  const shown = { ...find, query };
  program.find = shown;
  const found = await program.ask('find_in_article', { document: article.id, query });
  // A later letter may have been typed meanwhile.
  if (program.find !== shown || !found) return;
  const { ranges, total } = found;
  program.find = { ...shown, ranges, total, at: nearest(ranges, find.from) };
  reveal(program);
}

export function step(program: Program, by: 1 | -1): void {
  if (!program.find) return;
  program.find = further(program.find, by);
  reveal(program);
}

function reveal(program: Program): void {
  const { find, surface } = program;
  const range = find?.ranges[find.at];
  if (range) surface?.reveal(range.start);
}

/** Back to the text, with what was found selected. */
export function closeFind(program: Program): void {
  const { find } = program;
  const range = find?.ranges[find.at];
  program.find = null;
  if (range) program.select(range);
  program.surface?.focus();
}
