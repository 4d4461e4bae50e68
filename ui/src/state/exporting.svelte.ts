// An export being prepared: what is asked for, and what it would write.

import type { ExportAsked, ExportChoices, ExportSurvey, FormatView } from '../host/bindings';
import type { Program } from './program.svelte';

export class Exporting {
  readonly program: Program;
  choices = $state.raw<ExportChoices | null>(null);
  asked = $state.raw<ExportAsked | null>(null);
  survey = $state.raw<ExportSurvey | null>(null);
  /** Counts up with each question: older answers are too late. */
  private turn = 0;

  constructor(program: Program) {
    this.program = program;
  }

  get format(): FormatView | undefined {
    return this.choices?.formats.find(({ id }) => id === this.asked?.format);
  }

  /** As it was left; the first time as the last export of this project was. */
  async take(): Promise<void> {
    const choices = await this.program.ask('export_choices', {});
    if (!choices) return;
    this.choices = choices;
    this.asked ??= choices.asked;
    await this.look(true);
  }

  change(changes: Partial<ExportAsked>): void {
    if (!this.asked) return;
    this.asked = { ...this.asked, ...changes };
    void this.look(false);
  }

  chooseOption(option: string, value: string): void {
    const { asked } = this;
    if (!asked) return;
    const ofFormat = { ...asked.options[asked.format], [option]: value };
    this.change({ options: { ...asked.options, [asked.format]: ofFormat } });
  }

  optionOf(option: string, otherwise: string): string {
    const { asked } = this;
    return asked?.options[asked.format]?.[option] ?? otherwise;
  }

  /** Asks until all articles are looked at; `anew` where the project may have changed. */
  async look(anew: boolean): Promise<void> {
    this.turn += 1;
    const { turn, asked } = this;
    if (!asked) return;
    let first = anew;
    for (;;) {
      const survey = await this.program.ask('survey_export', { asked, anew: first });
      if (!survey || turn !== this.turn || this.program.panel !== 'export') return;
      this.survey = survey;
      if (survey.whole) return;
      first = false;
    }
  }

  /** Asks for a place and begins; answers whether it began. */
  async begin(): Promise<boolean> {
    const { asked } = this;
    if (!asked) return false;
    const begun = await this.program.ask('export', asked);
    await this.program.jobs.begin(Promise.resolve(begun));
    return Boolean(begun);
  }

  /** Another project: nothing of this one is asked for. */
  forget(): void {
    this.turn += 1;
    this.choices = null;
    this.asked = null;
    this.survey = null;
  }
}
