// The questions of the scheme about the article as a whole.

import type { Program } from '../state/program.svelte';

/** Opens them with the first that waits for an answer; again goes back to the text. */
export function openAnswers(program: Program): void {
  const { article } = program;
  const asked = (program.project?.scheme.questions ?? []).some(
    (question) => !question.retired || question.id in (article?.answers ?? {}),
  );
  if (!asked) return program.tell('answers-none', {}, true);
  program.panel = program.panel === 'answers' ? null : 'answers';
  if (program.panel === null) program.surface?.focus();
}
