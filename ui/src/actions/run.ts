// What each action does.

import type { Edge, Unit } from '../host/bindings';
import { openAnswers } from './answers';
import { endOf, startOf } from '../state/spans';
import { choicesOf, chosen, mainField } from '../state/fields';
import type { Program } from '../state/program.svelte';
import { backFromClaims, openClaims } from './claims';
import { closeCorrect, openCorrect, openCorrection } from './correct';
import { closeDetails, openDetails } from './details';
import { toggleDone } from './done';
import { closeFind, openFind } from './find';
import type { MarkArgument, Resolved } from './keys';
import { layDown, markInHand, takeInHand } from './hand';
import { fold } from './fold';
import { openLanguages } from './language';
import { choose, closeList, highlight, openList, sourceSlot } from './list';
import { accept, leave, openElsewhere, step, toggle } from './elsewhere';
import { leaveLinkNote } from './link';
import { backInLibrary, openBin, openLibrary } from './library';
import * as move from './move';
import { closeNear, openNear } from './near';
import { openOffer } from './offer';
import { adjust, decide } from './zone';
import { backFromRegister, openRegister } from './register';
import { openScheme } from './scheme';
import { backInTeam, closeTeam, openQuestions, ruleOrKeys } from './team';
import { closeTransfer, openExport, openImport } from './transfer';
import { zoom } from './zoom';

/** Focus that only the components can give. */
export interface Focus {
  card(): void;
  firstEmptyField(): void;
  pane(by: 1 | -1): void;
  findings(): void;
}

type Doing = (program: Program, focus: Focus, argument: Resolved['argument']) => unknown;

const inArticle =
  (doing: (program: Program, document: number) => unknown): Doing =>
  (program) =>
    program.article ? doing(program, program.article.id) : undefined;

const where = (program: Program) => ({
  selection: program.surface?.selection() ?? program.selection,
  caret: program.surface?.caret() ?? program.caret,
});

async function mark(program: Program, { label, slot }: MarkArgument): Promise<void> {
  const { article, active } = program;
  if (!article) return;
  const filled = active !== null && slot !== null;
  await program.edit('mark', {
    document: article.id,
    label,
    ...where(program),
    claim: filled ? active : null,
    slot: filled ? slot : null,
  });
}

function mention(program: Program): unknown {
  const actor = program.project?.scheme.labels.find((label) => label.role === 'actor');
  return actor ? mark(program, { label: actor.id, slot: null }) : undefined;
}

async function standIn(program: Program, document: number): Promise<void> {
  const at = where(program);
  const edited = await program.edit('mark_stand_in', { document, ...at, entity: null, name: null });
  if (!edited || edited.current === null || !program.article) return;
  // Asked once for each name: afterwards the program knows for whom it stands.
  const span = edited.current;
  const known = program.article.links.from(span).some((link) => link.target.entity !== null);
  if (known) return;
  const first = program.article.spans.get(span)?.fragments[0] ?? null;
  const caret = first?.end ?? at.caret;
  await openList(program, { kind: 'stand-in', span, selection: first, caret });
}

const special =
  (target: 'author' | 'not_given') =>
  (program: Program, document: number): unknown => {
    const slot = sourceSlot(program);
    if (!slot || program.active === null) return undefined;
    return program.edit('fill', {
      document,
      claim: program.active,
      slot: slot.id,
      target: { span: null, entity: null, special: target },
      name: null,
      further: false,
    });
  };

const fragment =
  (of: 'active' | 'current') =>
  (program: Program, document: number): unknown => {
    const span = program[of];
    return span === null ? undefined : program.edit('toggle_fragment', { document, span, ...where(program) });
  };

const onCurrent =
  (doing: (program: Program, document: number, span: number) => unknown): Doing =>
  (program) =>
    program.article && program.current !== null
      ? doing(program, program.article.id, program.current)
      : undefined;

const resize = (edge: Edge, unit: Unit, right: boolean): Doing =>
  onCurrent((program, document, span) => {
    const shown = program.article?.spans.get(span);
    if (!shown) return undefined;
    const end = edge === 'start' ? startOf(shown) : endOf(shown);
    const forward = right !== (program.surface?.isRightToLeft(end) ?? false);
    return program.edit('resize', { document, span, edge, unit, forward, caret: where(program).caret });
  });

const value = (digit: number): Doing =>
  onCurrent((program, document, span) => {
    const field = mainField(program.labelOf(span));
    const shown = program.article?.spans.get(span);
    if (!field || !shown) return program.tell('refused-no-field', {}, true);
    if (digit === 0) {
      return program.edit('set_value', { document, span, attribute: field.id, value: null });
    }
    const choice = choicesOf(field)[digit - 1];
    if (!choice) return program.tell('refused-no-choice', { digit }, true);
    const picked = chosen(shown, field, choice.id);
    return program.edit('set_value', { document, span, attribute: field.id, value: picked });
  });

function enter(program: Program, focus: Focus): unknown {
  const { article, current, active } = program;
  const span = current ?? active;
  if (!article || span === null) return undefined;
  if (program.labelOf(span)?.role === 'statement') {
    program.active = span;
    return focus.firstEmptyField();
  }
  return openList(program, { kind: 'entity', span });
}

/** One step back; data never changes. */
function back(program: Program): unknown {
  if (program.find && program.panel !== 'palette') return closeFind(program);
  if (program.panel === 'claims') return backFromClaims(program);
  if (program.panel === 'register') return backFromRegister(program);
  if (program.panel === 'near') return closeNear(program);
  if (program.panel === 'export' || program.panel === 'import') return closeTransfer(program);
  if (program.panel === 'correct') return closeCorrect(program);
  if (program.panel === 'offer') return program.offer.leave();
  if (program.panel === 'added') return program.offer.closeReport();
  if (program.panel) {
    program.panel = null;
    return program.surface?.focus();
  }
  if (program.linkNote !== null) return leaveLinkNote(program);
  if (program.details !== null && program.noteFor === null) return closeDetails(program);
  if (program.noteFor !== null) {
    program.noteFor = null;
    return program.surface?.focus();
  }
  if (program.team.asking !== null) {
    program.team.asking = null;
    return program.surface?.focus();
  }
  if (program.team.shown && program.pane === 'beside') return backInTeam(program);
  if (program.team.shown === 'rule') return closeTeam(program);
  if (program.awaitsLabel) return (program.awaitsLabel = false);
  if (program.hand) return layDown(program);
  if (backInLibrary(program)) return undefined;
  if (program.pane !== 'text') return program.surface?.focus();
  if (program.selection) return program.moveTo(where(program).caret);
  if (program.active !== null) return (program.active = null);
  if (program.current !== null) return (program.current = null);
  return program.team.shown ? closeTeam(program) : undefined;
}

/** A step made in another article is not reversed at once: first the eye goes there. */
export const reverse =
  (way: 'undo' | 'redo') =>
  async (program: Program): Promise<void> => {
    const caret = program.surface?.caret() ?? program.caret;
    const edited = await program.edit(way, { document: program.article?.id ?? null, caret });
    if (!edited || edited.document === program.article?.id) return;
    if (program.articles.has(edited.document)) await program.open(edited.document);
  };

const DO: { readonly [id: string]: Doing } = {
  mark: (program, _, argument) => (typeof argument === 'object' ? mark(program, argument) : undefined),
  mention,
  'stand-in': inArticle(standIn),
  fragment: inArticle(fragment('active')),
  'fragment-current': inArticle(fragment('current')),

  'take-in-hand': (program, _, label) => takeInHand(program, String(label)),
  'mark-in-hand': markInHand,
  choose: (program, _, slot) =>
    program.active !== null && typeof slot === 'string'
      ? openList(program, { kind: 'slot', claim: program.active, slot })
      : undefined,
  'choose-of-current': (program, _, slot) =>
    program.current !== null && typeof slot === 'string'
      ? openList(program, { kind: 'slot', claim: program.current, slot })
      : undefined,
  'same-speaker': inArticle((program, document) =>
    program.active === null ? undefined : program.edit('same_speaker', { document, claim: program.active }),
  ),
  author: inArticle(special('author')),
  'not-given': inArticle(special('not_given')),

  enter,
  details: (program, focus) => openDetails(program, () => focus.card()),
  'join-same': onCurrent((program, document, span) => program.edit('join_same', { document, span })),
  relabel: (program) => (program.awaitsLabel = true),
  'relabel-to': (program, _, label) =>
    onCurrent((_program, document, span) => {
      program.awaitsLabel = false;
      return program.edit('relabel', { document, span, label: String(label) });
    })(program, _, label),
  elsewhere: onCurrent(openElsewhere),
  split: onCurrent((program, document, span) =>
    program.edit('split', { document, span, caret: where(program).caret, claim: program.active }),
  ),
  merge: onCurrent((program, document, span) => program.edit('merge', { document, span })),
  unsure: onCurrent((program, document, span) => program.edit('toggle_unsure', { document, span })),
  question: onCurrent((program, _, span) => (program.team.asking = span)),
  note: onCurrent((program, _, span) => (program.noteFor = span)),
  delete: onCurrent((program, document, span) => program.edit('delete_span', { document, span })),
  'end-word-left': resize('end', 'word', false),
  'end-word-right': resize('end', 'word', true),
  'start-word-left': resize('start', 'word', false),
  'start-word-right': resize('start', 'word', true),
  'end-letter-left': resize('end', 'grapheme', false),
  'end-letter-right': resize('end', 'grapheme', true),
  'start-letter-left': resize('start', 'grapheme', false),
  'start-letter-right': resize('start', 'grapheme', true),

  'next-stop': (program) => move.stop(program, false),
  'previous-stop': (program) => move.stop(program, true),
  grow: move.grow,
  shrink: move.shrink,
  quotation: move.quotation,
  'next-claim': (program) => move.claim(program, 1),
  'previous-claim': (program) => move.claim(program, -1),
  'next-here': move.nextHere,
  back,
  card: (_, focus) => focus.card(),
  'next-pane': (_, focus) => focus.pane(1),
  'previous-pane': (_, focus) => focus.pane(-1),

  zone: inArticle((program, document) => program.edit('toggle_zone', { document, ...where(program) })),
  'accept-zone': inArticle((program, document) => decide(program, document, true)),
  'refuse-zone': inArticle((program, document) => decide(program, document, false)),
  'adjust-zone': inArticle(adjust),
  'accept-zones': inArticle((program, document) => program.edit('accept_zones', { document })),
  'language-paragraph': (program) => openLanguages(program, 'paragraph'),
  'language-article': (program) => openLanguages(program, 'article'),
  'correct-text': openCorrect,
  correction: openCorrection,
  done: inArticle(toggleDone),
  answers: openAnswers,
  findings: (_, focus) => focus.findings(),
  find: openFind,
  claims: openClaims,
  library: openLibrary,
  bin: openBin,
  near: openNear,
  'add-files': (program) => openOffer(program, false),
  'add-folder': (program) => openOffer(program, true),
  export: openExport,
  import: openImport,
  register: openRegister,
  'zoom-larger': (program) => zoom(program, 1),
  'zoom-smaller': (program) => zoom(program, -1),
  'zoom-as-it-is': (program) => zoom(program, 0),
  fold: (program) => fold(program, false),
  'fold-all': (program) => fold(program, true),
  reading: (program) => {
    program.panel = program.panel === 'reading' ? null : 'reading';
    if (program.panel === null) program.surface?.focus();
  },
  palette(program) {
    if (program.panel !== 'palette') program.panel = 'palette';
    else {
      program.panel = null;
      program.surface?.focus();
    }
  },
  'next-article': (program) => move.article(program, 1),
  'previous-article': (program) => move.article(program, -1),

  undo: reverse('undo'),
  'undo-here': reverse('undo'),
  redo: reverse('redo'),
  'redo-here': reverse('redo'),
  questions: openQuestions,
  scheme: openScheme,
  'stop-job': (program) => program.jobs.stop(),
  keys: ruleOrKeys,
  'keys-here': ruleOrKeys,

  accept: (program) => choose(program, program.list?.highlighted ?? 0),
  'choice-down': (program) => highlight(program, 1),
  'choice-up': (program) => highlight(program, -1),
  close: closeList,

  'toggle-here': (program) => toggle(program, program.elsewhere?.at ?? 0),
  'mark-all': accept,
  'place-down': (program) => step(program, 1),
  'place-up': (program) => step(program, -1),
  'leave-places': leave,
};

/** Every action that can be performed, for a test against the table. */
export const performed = (id: string): boolean => id in DO || /^(value|choose|toggle)-\d$/u.test(id);

async function perform(program: Program, focus: Focus, resolved: Resolved): Promise<void> {
  const { action, argument, refusal } = resolved;
  if (action.id !== 'relabel-to') program.awaitsLabel = false;
  if (action.id !== 'done') program.told = false;
  // A refusal holds until the next key.
  if (program.said?.refused) program.said = null;
  if (refusal) {
    program.tell(refusal === 'article-done' ? refusal : `refused-${refusal}`, {}, true);
    return;
  }
  const numbered = /^(value|choose|toggle)-(\d)$/u.exec(action.id);
  const digit = Number(numbered?.[2]);
  if (numbered?.[1] === 'value') await value(digit)(program, focus, argument);
  else if (numbered?.[1] === 'toggle') toggle(program, (digit + 9) % 10);
  else if (numbered) await choose(program, (digit + 9) % 10);
  else await DO[action.id]?.(program, focus, argument);
}

/**
 * Performs actions one after another. What a key means is asked when its turn
 * comes: the second key acts on what the first one made.
 */
export function runner(program: Program, focus: Focus): (meaning: () => Resolved | null) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (meaning) => {
    last = last
      .then(() => {
        const resolved = meaning();
        return resolved ? perform(program, focus, resolved) : undefined;
      })
      .catch((thrown) => console.error(thrown));
    return last;
  };
}
