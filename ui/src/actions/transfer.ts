// Data sets out and in: opening the panes, and leaving them.

import { tick } from 'svelte';
import type { Program } from '../state/program.svelte';

export function openExport(program: Program): void {
  program.list = null;
  program.panel = 'export';
}

export async function closeTransfer(program: Program): Promise<void> {
  program.panel = null;
  // What lies under the pane takes no focus before it is gone.
  await tick();
  program.surface?.focus();
}

/** Asks for a place and begins to write; the pane stays where the person cancels. */
export async function beginExport(program: Program): Promise<void> {
  const { exporting } = program;
  if (exporting.survey?.problem) {
    const { key, arguments: values } = exporting.survey.problem;
    program.say({ key, arguments: values }, { refused: true });
    return;
  }
  if (await exporting.begin()) await closeTransfer(program);
}

/** Puts the path of a file on the clipboard. */
export async function copyPath(program: Program, path: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(path);
    program.tell('report-copied', { path });
  } catch (refused) {
    console.warn(refused);
    program.tell('report-not-copied', {}, true);
  }
}

export function openImport(program: Program): void {
  program.list = null;
  program.panel = 'import';
}

/** Begins to read what the pane shows. */
export async function beginImport(program: Program): Promise<void> {
  if (await program.importing.begin()) await closeTransfer(program);
}
