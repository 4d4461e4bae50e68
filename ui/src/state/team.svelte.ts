// What stands beside the article in place of the list of articles: the rule of
// a label, the questions of the team, and what was marked before a decision.

import type { MarkedBefore, MarkedView, QuestionView } from '../host/bindings';
import type { Program } from './program.svelte';

/** What was marked before a decision, looked at again one by one. */
export interface Review {
  readonly question: QuestionView;
  readonly label: string;
  readonly version: number;
  readonly total: number;
  readonly spans: readonly MarkedView[];
}

export class Team {
  private readonly program: Program;

  /** What is shown in place of the list of articles. */
  shown = $state<'rule' | 'questions' | 'review' | null>(null);
  /** The span whose question is being written. */
  asking = $state<number | null>(null);
  questions = $state.raw<readonly QuestionView[]>([]);
  /** The question that the keys act on. */
  at = $state(0);
  /** The question whose answer is being written. */
  answering = $state<number | null>(null);
  review = $state.raw<Review | null>(null);
  /** The span of the review that the keys act on. */
  place = $state(0);

  constructor(program: Program) {
    this.program = program;
  }

  /** Reads the questions anew, and stays at the same one. */
  async read(): Promise<void> {
    const id = this.questions[this.at]?.id;
    const found = await this.program.ask('questions', {});
    if (!found) return;
    this.questions = found;
    const at = found.findIndex((question) => question.id === id);
    this.at = at >= 0 ? at : Math.min(this.at, Math.max(0, found.length - 1));
  }

  /** Follows an edit, an undo or a redo. */
  async follow(): Promise<void> {
    if (this.shown === 'questions') await this.read();
    if (this.shown === 'review' && this.review) await this.look(this.review.question);
  }

  /** Lists what was marked before the decision that answers a question. */
  async look(question: QuestionView): Promise<void> {
    const { answer } = question;
    if (!answer) return;
    const { label, version } = answer;
    const found: MarkedBefore | undefined = await this.program.ask('marked_before', { label, version });
    if (!found) return;
    const span = this.review?.spans[this.place]?.span;
    const at = found.spans.findIndex((marked) => marked.span === span);
    this.review = { question, label, version, ...found };
    this.place = at >= 0 ? at : Math.min(this.place, Math.max(0, found.spans.length - 1));
  }

  close(): void {
    this.shown = null;
    this.answering = null;
    this.review = null;
  }
}
