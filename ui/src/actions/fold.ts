// Folding what is not the article.

import type { Program } from '../state/program.svelte';

export function fold(program: Program, all: boolean): void {
  const folding = program.surface?.fold(all);
  switch (folding?.done) {
    case 'folded':
      program.tell('said-folded', { count: folding.lines });
      break;
    case 'unfolded':
      program.tell('said-unfolded');
      break;
    case 'none':
      program.tell('fold-none', {}, true);
      break;
    case 'only':
      program.tell('fold-only', {}, true);
  }
}
