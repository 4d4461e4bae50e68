// Asking the team, answering, and going through what was marked before.

import { tick } from 'svelte';
import type { MarkedView, QuestionView } from '../host/bindings';
import { endOf } from '../state/spans';
import type { Program } from '../state/program.svelte';

/** The rule of the current label; asked for again, all keys. */
export function ruleOrKeys(program: Program): void {
  if (program.panel === 'keys') program.panel = null;
  else if (program.team.shown === 'rule' || !program.article) program.panel = 'keys';
  else {
    program.team.close();
    program.team.shown = 'rule';
  }
}

export async function openQuestions(program: Program): Promise<void> {
  const { team } = program;
  team.close();
  // The question about what is current is the one that is meant.
  await team.read();
  const here = team.questions.findIndex(
    ({ marked }) => marked.own && marked.document === program.article?.id && marked.span === program.current,
  );
  if (here >= 0) team.at = here;
  team.shown = 'questions';
}

export function closeTeam(program: Program): void {
  program.team.close();
  program.surface?.focus();
}

/** One step back inside the panel. */
export function backInTeam(program: Program): void {
  const { team } = program;
  if (team.answering !== null) team.answering = null;
  else if (team.shown === 'review') {
    team.review = null;
    team.shown = 'questions';
    void team.read();
  } else closeTeam(program);
}

/** Shows marked text where it stands; its article is opened if another is on screen. */
export async function show(program: Program, marked: MarkedView): Promise<boolean> {
  if (program.article?.id !== marked.document && !(await program.open(marked.document))) return false;
  // The surface takes an article up with the next drawing.
  await tick();
  const span = marked.own ? program.article?.spans.get(marked.span) : undefined;
  if (span) {
    program.current = span.id;
    if (program.label(span.label)?.role === 'statement') program.active = span.id;
    program.moveTo(endOf(span));
  } else {
    // Another person marked it: their mark is not on screen, its words are.
    program.current = null;
    program.select(marked.range);
  }
  program.surface?.reveal(marked.range.start);
  return true;
}

/** To the text of what a question or a review is about. */
export async function goTo(program: Program, marked: MarkedView): Promise<void> {
  if (await show(program, marked)) program.surface?.focus();
}

export function startAnswer(program: Program, question: QuestionView): void {
  if (question.answer) program.tell('question-answered', {}, true);
  else if (program.project?.readOnly) program.tell('refused-read-only', {}, true);
  else program.team.answering = question.id;
}

/** What a decision is a rule for, as one word of a list. */
export interface Subject {
  readonly label: string;
  /** A kind of link, which starts from the label. */
  readonly link?: string;
  readonly attribute: string | null;
  readonly value: string | null;
}

/** The decision goes into the scheme; then what was marked before it is looked at. */
export async function answer(
  program: Program,
  question: QuestionView,
  text: string,
  subject: Subject,
): Promise<void> {
  const { team } = program;
  const edited = await program.edit('answer_question', { question: question.id, text, subject });
  if (!edited) return;
  team.answering = null;
  await team.read();
  const answered = team.questions.findIndex(({ id }) => id === question.id);
  if (answered >= 0) team.at = answered;
  const now = team.questions[team.at];
  if (now?.answer && now.answer.before > 0) await openReview(program, now);
}

export async function openReview(program: Program, question: QuestionView): Promise<void> {
  const { team } = program;
  team.place = 0;
  await team.look(question);
  if (!team.review) return;
  if (team.review.total === 0) {
    team.review = null;
    program.tell('review-none');
    return;
  }
  const first = team.review.spans[0];
  // An article that opens takes the focus, so the list comes after it.
  if (first) await show(program, first);
  team.shown = 'review';
}

/** The span is right under the new rule: on to the next one. */
export async function confirm(program: Program): Promise<void> {
  const { team } = program;
  const marked = team.review?.spans[team.place];
  if (!marked) return;
  const edited = await program.edit('confirm_span', { document: marked.document, span: marked.span });
  if (!edited || !team.review) return;
  await team.look(team.review.question);
  const next = team.review.spans[team.place];
  if (next) await show(program, next);
  else program.tell('review-done');
}
