// Articles from files: choosing the files, and leaving what is on offer.

import type { Program } from '../state/program.svelte';

/** Asks for files or a folder; files that are on offer already are shown first. */
export async function openOffer(program: Program, folder: boolean): Promise<void> {
  if (program.offer.view && program.panel !== 'offer') return program.offer.show();
  const view = await program.ask('choose_article_files', { folder });
  if (view) await program.offer.show();
}
