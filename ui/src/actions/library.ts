// The list of articles: going there, several articles at once, the bin.

import { tick } from 'svelte';
import type { Request } from '../host/host';
import type { Program } from '../state/program.svelte';

const find = (selector: string) => document.querySelector<HTMLElement>(`.documents ${selector}`);

/** To the words that all articles are searched for. */
export async function openLibrary(program: Program): Promise<void> {
  await comeForward(program);
  program.library.closeBin();
  await tick();
  const field = find('[data-library-words]') as HTMLInputElement | null;
  field?.focus();
  field?.select();
}

/** The list may be hidden, or lie under something else. */
async function comeForward(program: Program): Promise<void> {
  if (program.panel === 'claims' || program.panel === 'register' || program.panel === 'near')
    program.panel = null;
  if (program.team.shown) program.team.close();
  program.library.wanted = true;
  await tick();
}

export async function openBin(program: Program): Promise<void> {
  await comeForward(program);
  await program.library.showBin();
  await tick();
  (find('.bin li button') ?? find('.bin .close'))?.focus();
}

/** To the row of the open article, or to the first. */
export const toRows = (): void => (find('[aria-current]') ?? find('.row'))?.focus();

/** One step back in the list; whether there was one. */
export function backInLibrary(program: Program): boolean {
  const { library, pane } = program;
  if (pane !== 'documents') return false;
  if (library.emptying) library.emptying = false;
  else if (library.bin) {
    library.closeBin();
    void tick().then(toRows);
  } else if (library.chosen.size > 0) library.chooseNone();
  else {
    library.wanted = false;
    return false;
  }
  return true;
}

export async function setStatus(
  program: Program,
  documents: number[],
  status: Request<'set_status'>['status'],
): Promise<void> {
  if (documents.length === 0) return;
  await program.edit('set_status', { documents, status });
}

/** To the bin; what is open goes on with the next one that stays. */
export async function remove(program: Program, documents: number[]): Promise<void> {
  if (documents.length === 0) return;
  const { listed } = program.library;
  const gone = new Set(documents);
  const open = program.article?.id ?? null;
  const at = open === null ? -1 : listed.indexOf(open);
  const stays = (id: number) => !gone.has(id);
  const next = listed.slice(at + 1).find(stays) ?? listed.slice(0, Math.max(0, at)).findLast(stays);
  const edited = await program.edit('remove_articles', { documents });
  if (!edited) return;
  program.library.chooseNone();
  if (open !== null && gone.has(open) && next !== undefined) await program.open(next);
  // The row that had the focus is gone.
  await tick();
  toRows();
}

export async function restore(program: Program, documents: number[]): Promise<void> {
  const [document] = documents;
  const edited = await program.edit('restore_articles', { documents });
  if (!edited || document === undefined) return;
  await program.library.showBin();
  if (!program.article) await program.open(document);
}

export async function emptyBin(program: Program): Promise<void> {
  const edited = await program.edit('empty_bin', {});
  program.library.emptying = false;
  if (edited) await program.library.showBin();
}
