// The register: opening it, changing it, and going from it to the text.

import { tick } from 'svelte';
import type { MentionView, RegisterEdited, RegisterRow } from '../host/bindings';
import type { Request } from '../host/host';
import { startOf } from '../state/spans';
import type { Program } from '../state/program.svelte';

type Change = Request<'change_entity'>['change'];

/** At the entity of the chip that has the focus, else of the current mention. */
export async function openRegister(program: Program): Promise<void> {
  const { article, register } = program;
  const chip = document.activeElement?.closest<HTMLElement>('[data-entity]')?.dataset['entity'];
  const span = program.current === null ? undefined : article?.spans.get(program.current);
  const entity = chip ? Number(chip) : (span?.entity ?? register.id);
  program.list = null;
  if (entity !== null && entity !== register.id) {
    register.query = '';
    register.kind = null;
    register.id = entity;
  }
  register.back();
  program.panel = 'register';
}

export async function closeRegister(program: Program): Promise<void> {
  program.panel = null;
  // What lies under the register takes no focus before it is gone.
  await tick();
  program.surface?.focus();
}

const find = (selector: string) => document.querySelector<HTMLElement>(`.register ${selector}`);

export const toFilter = (): void => find('[data-filter]')?.focus();
export const toEntities = (): void => find('[role="listbox"]')?.focus();
/** To the choice of an entity that the one shown is linked to. */
export const toRelation = (kind: string | undefined): void => {
  const relations = document.querySelectorAll<HTMLElement>('.register [data-relation]');
  [...relations].find((one) => one.dataset['relation'] === kind)?.click();
};
export const toCard = (): void => find('[data-first]')?.focus();

/** From what is being done to the list, from the list to the text. */
export function backFromRegister(program: Program): unknown {
  const { register } = program;
  const { task } = register;
  if (task.kind === 'merge' && task.preview) {
    register.task = { ...task, preview: null };
    return undefined;
  }
  if (task.kind !== 'card') {
    register.back();
    return tick().then(toEntities);
  }
  const here = document.activeElement;
  if (!here?.closest('.beside-list')) return closeRegister(program);
  // What was typed and not kept is left as it was.
  if (here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement) {
    here.value = here.dataset['stored'] ?? here.value;
  }
  return toEntities();
}

async function edited(program: Program, answer: Promise<RegisterEdited | undefined>): Promise<boolean> {
  const done = await answer;
  if (!done) return false;
  const { register } = program;
  register.told = null;
  register.id = done.entity;
  await program.applyEdited(done.edited);
  return true;
}

/** Answers whether it was done: what was refused stays as it was typed. */
export function changeEntity(program: Program, change: Change): Promise<boolean> {
  const { id } = program.register;
  if (id === null) return Promise.resolve(false);
  return edited(program, program.ask('change_entity', { entity: id, change }));
}

export function beginNew(program: Program): void {
  if (program.project?.readOnly) program.tell('refused-read-only', {}, true);
  else program.register.task = { kind: 'new' };
}

export async function addEntity(program: Program, kind: string, name: string): Promise<void> {
  const { register } = program;
  if (!(await edited(program, program.ask('add_entity', { kind, name })))) return;
  register.query = '';
  if (register.kind !== null && register.kind !== kind) register.kind = null;
  register.back();
  await tick();
  toCard();
}

/** What is in use is told first by what; the same again means it. */
export async function deleteEntity(program: Program): Promise<void> {
  const { register } = program;
  const { id, at } = register;
  if (id === null) return;
  const anyway = register.told === id;
  if (await edited(program, program.ask('delete_entity', { entity: id, anyway }))) {
    await register.refresh(null);
    await register.go(at);
  } else register.told = anyway ? null : id;
}

export async function beginMerge(program: Program): Promise<void> {
  const { register } = program;
  const from = register.row;
  if (!from) return;
  if (program.project?.readOnly) {
    program.tell('refused-read-only', {}, true);
    return;
  }
  register.task = { kind: 'merge', from, query: '', options: [], highlighted: 0, preview: null };
  await searchMerge(program, '');
}

/** With nothing typed: those who share a name with it, the last one first. */
export async function searchMerge(program: Program, query: string): Promise<void> {
  const { register } = program;
  if (register.task.kind !== 'merge') return;
  const { from } = register.task;
  const shown = { ...register.task, query };
  register.task = shown;
  const found: RegisterRow[] = [];
  const asked = query.trim() === '' ? [...from.name.split(/\s+/u).reverse(), ''] : [query];
  for (const words of asked) {
    const request = { query: words, kind: null, order: 'mentions' as const, offset: 0, limit: 12 };
    const page = await program.ask('register', request);
    // A later letter may have been typed meanwhile.
    if (register.task !== shown || !page) return;
    const alike = (row: RegisterRow) => Number(row.kind !== from.kind);
    // Where no name says more, two of one type are one more often.
    const rows = words === '' ? [...page.rows].sort((a, b) => alike(a) - alike(b)) : page.rows;
    for (const row of rows) {
      if (row.id !== from.id && !found.some((other) => other.id === row.id)) found.push(row);
    }
  }
  register.task = { ...shown, options: found.slice(0, 10), highlighted: 0 };
}

export async function previewMerge(program: Program, into: number): Promise<void> {
  const { register } = program;
  const { task } = register;
  if (task.kind !== 'merge') return;
  const preview = await program.ask('merge_preview', { from: task.from.id, into });
  if (preview && register.task === task) register.task = { ...task, preview };
}

/** The other one stays. */
export async function turnMerge(program: Program): Promise<void> {
  const { register } = program;
  const { task } = register;
  if (task.kind !== 'merge' || !task.preview) return;
  const { from, into } = task.preview;
  const preview = await program.ask('merge_preview', { from: into.id, into: from.id });
  if (preview) register.task = { ...task, preview };
}

export async function merge(program: Program): Promise<void> {
  const { register } = program;
  const { task } = register;
  if (task.kind !== 'merge' || !task.preview) return;
  const { from, into } = task.preview;
  if (!(await edited(program, program.ask('merge_entities', { from: from.id, into: into.id })))) return;
  register.back();
  await tick();
  toEntities();
}

export async function split(program: Program, kind: string, name: string): Promise<void> {
  const { register } = program;
  const { id, chosen } = register;
  if (id === null) return;
  const spans = [...chosen];
  await edited(program, program.ask('split_entity', { entity: id, spans, kind, name }));
}

/** To a mention in its article. */
export async function goToMention(program: Program, mention: MentionView): Promise<void> {
  if (program.article?.id !== mention.document && !(await program.open(mention.document))) return;
  program.panel = null;
  // The surface takes the article up with the next drawing.
  await tick();
  const span = program.article?.spans.get(mention.span);
  if (span) {
    program.current = span.id;
    program.moveTo(startOf(span));
    program.surface?.reveal(startOf(span));
  } else {
    program.select(mention.range);
    program.surface?.reveal(mention.range.start);
  }
  program.surface?.focus();
}
