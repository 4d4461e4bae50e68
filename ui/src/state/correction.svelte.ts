// Correcting the text of the article on screen, and what a correction changed.

import type { CorrectionView } from '../host/bindings';
import { asProblem } from '../host/host';
import { say } from '../words/words';
import type { Program } from './program.svelte';

/** A text as it is being corrected; it outlives its pane, so that Escape loses nothing. */
export interface Draft {
  readonly document: number;
  readonly before: string;
  readonly text: string;
}

export class Correction {
  private readonly program: Program;
  draft = $state.raw<Draft | null>(null);
  /** What the draft would do; `null` while it does nothing or is not a text. */
  preview = $state.raw<CorrectionView | null>(null);
  problem = $state('');
  saving = $state(false);
  /** What the correction did that made the article on screen. */
  result = $state.raw<CorrectionView | null>(null);
  at = $state(0);

  constructor(program: Program) {
    this.program = program;
  }

  get touched(): boolean {
    return this.draft !== null && this.draft.text !== this.draft.before;
  }

  /** Takes the article's text up, or goes on where it was left. */
  begin(): void {
    const { article } = this.program;
    if (!article || this.draft?.document === article.id) return;
    this.draft = { document: article.id, before: article.text, text: article.text };
    this.preview = null;
    this.problem = '';
  }

  write(text: string): void {
    if (this.draft) this.draft = { ...this.draft, text };
  }

  forget(): void {
    this.draft = null;
    this.preview = null;
    this.problem = '';
  }

  /** Asks what the draft would do. */
  async judge(): Promise<void> {
    const { draft } = this;
    if (!draft) return;
    let preview: CorrectionView | null = null;
    let problem = '';
    if (draft.text !== draft.before) {
      try {
        const { document, text } = draft;
        preview = await this.program.host.call('preview_correction', { document, text });
      } catch (thrown) {
        const refused = asProblem(thrown);
        problem = say(refused.key, refused.arguments);
      }
    }
    if (this.draft !== draft) return;
    this.preview = preview;
    this.problem = problem;
  }

  /** Puts the new version in the place of the old one. */
  async save(): Promise<boolean> {
    const { draft, program } = this;
    if (!draft || !this.touched || this.problem !== '' || this.saving) return false;
    this.saving = true;
    const { document, text } = draft;
    const corrected = await program.ask('correct_text', { document, text });
    this.saving = false;
    if (!corrected) return false;
    this.forget();
    program.articles.replace(corrected.replaced, corrected.document);
    program.history = corrected.history;
    program.panel = null;
    await program.open(corrected.document.id);
    program.say(corrected.message);
    this.show(corrected.correction);
    return true;
  }

  /** Asks what the correction did that made the article on screen. */
  async read(): Promise<void> {
    const document = this.program.article?.id;
    if (document === undefined) return;
    const result = await this.program.ask('correction', { document });
    if (result && this.program.article?.id === document) this.show(result);
  }

  private show(result: CorrectionView): void {
    this.result = result;
    this.at = Math.max(
      0,
      result.items.findIndex((item) => item.open),
    );
    this.program.panel = result.items.length > 0 ? 'correction' : this.program.panel;
  }
}
