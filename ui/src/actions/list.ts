// The numbered list: opening it, typing in it, taking from it.

import type { LinkKindView } from '../host/bindings';
import { choices, type Purpose } from '../state/list';
import { chooseLanguage, languageChoices } from './language';
import type { Program } from '../state/program.svelte';

export const sourceSlot = (program: Program): LinkKindView | undefined =>
  program.project?.scheme.links.find((link) => link.special.length > 0);

export async function openList(program: Program, purpose: Purpose): Promise<void> {
  program.list = { purpose, query: '', choices: [], highlighted: 0 };
  await search(program, '');
}

export async function search(program: Program, query: string): Promise<void> {
  const { list, article } = program;
  if (!list || !article) return;
  const shown = { ...list, query };
  program.list = shown;
  const { purpose } = list;
  let candidates;
  if (purpose.kind === 'language') {
    program.list = { ...shown, choices: languageChoices(purpose, query), highlighted: 0 };
    return;
  }
  if (purpose.kind === 'slot') {
    const { claim, slot } = purpose;
    candidates = await program.ask('candidates', { document: article.id, claim, slot, query });
  } else {
    const kinds = purpose.kind === 'stand-in' ? STAND_FOR : [];
    candidates = await program.ask('entities', { query, kinds, span: purpose.span });
  }
  // A later letter may have been typed meanwhile.
  if (program.list !== shown || !candidates) return;
  program.list = { ...shown, choices: choices(candidates), highlighted: 0 };
}

/** A place stands for one of these. */
const STAND_FOR = ['government', 'organisation', 'group'];

export function highlight(program: Program, by: 1 | -1): void {
  const { list } = program;
  if (!list || list.choices.length === 0) return;
  const count = list.choices.length;
  program.list = { ...list, highlighted: (list.highlighted + by + count) % count };
}

export function closeList(program: Program): void {
  program.list = null;
  program.surface?.focus();
}

export async function choose(program: Program, index: number): Promise<void> {
  const { list, article } = program;
  const choice = list?.choices[index];
  if (!list || !article || !choice) return;
  closeList(program);
  const document = article.id;
  const name = choice.isNew ? choice.title : null;
  const kind = name !== null && choice.kind !== null ? { kind: choice.kind } : {};
  const { purpose } = list;
  switch (purpose.kind) {
    case 'slot': {
      const { claim, slot } = purpose;
      const further = program.project?.scheme.links.find((link) => link.id === slot)?.many ?? false;
      await program.edit('fill', { document, claim, slot, target: choice.target, name, ...kind, further });
      break;
    }
    case 'entity':
      await program.edit('set_entity', {
        document,
        span: purpose.span,
        entity: choice.target.entity,
        name,
        ...kind,
      });
      break;
    case 'language':
      await chooseLanguage(program, purpose, choice.language?.tag ?? null);
      break;
    case 'stand-in': {
      const { selection, caret } = purpose;
      const { entity } = choice.target;
      await program.edit('mark_stand_in', { document, selection, caret, entity, name, ...kind });
    }
  }
}
