// Opening the scheme editor.

import { SchemeEditor } from '../scheme/editor.svelte';
import type { Program } from '../state/program.svelte';

export async function openScheme(program: Program): Promise<void> {
  if (program.editor) return;
  const scheme = await program.ask('scheme_file', {});
  if (!scheme) return;
  program.panel = null;
  program.editor = new SchemeEditor(program, scheme);
}
