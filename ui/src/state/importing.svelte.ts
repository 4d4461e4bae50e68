// An import being prepared: which files, what they would bring, and what their labels become.

import type { Becomes, FormatView, ImportAsked, ImportSurvey, ValueFound } from '../host/bindings';
import type { Program } from './program.svelte';

const called = ({ id, becomes }: ValueFound) => ({ name: id, becomes });

export class Importing {
  readonly program: Program;
  formats = $state.raw<readonly FormatView[]>([]);
  asked = $state.raw<ImportAsked | null>(null);
  survey = $state.raw<ImportSurvey | null>(null);
  /** Counts up with each question: older answers are too late. */
  private turn = 0;

  constructor(program: Program) {
    this.program = program;
  }

  get format(): FormatView | undefined {
    return this.formats.find(({ id }) => id === this.asked?.format);
  }

  /** The project has no articles, so that it can take the scheme that the files bring. */
  get takesScheme(): boolean {
    return (this.survey?.takes ?? false) && (this.asked?.takeScheme ?? false);
  }

  /** Offsets that have to be repaired wait for the person's word. */
  get ready(): boolean {
    const { survey, asked } = this;
    if (!survey?.whole || survey.problem || survey.problems.length > 0 || survey.articles === 0) return false;
    return survey.repairs.length === 0 || asked?.repair === true;
  }

  /** Asks which files, or which folder. */
  async choose(folder: boolean): Promise<void> {
    const offer = await this.program.ask('choose_import', { folder });
    if (!offer) return;
    this.formats = offer.formats;
    this.asked = offer.asked;
    this.survey = null;
    await this.look(true);
  }

  change(changes: Partial<ImportAsked>): void {
    if (!this.asked) return;
    this.asked = { ...this.asked, ...changes };
    void this.look(false);
  }

  chooseOption(option: string, value: string): void {
    if (this.asked) this.change({ options: { ...this.asked.options, [option]: value } });
  }

  map(of: 'labels' | 'links' | 'attributes' | 'values', id: string, becomes: Becomes): void {
    if (this.asked) this.change({ [of]: { ...this.asked[of], [id]: becomes } });
  }

  private async look(anew: boolean): Promise<void> {
    this.turn += 1;
    const { turn, asked } = this;
    if (!asked) return;
    let first = anew;
    for (;;) {
      const survey = await this.program.ask('survey_import', { asked, anew: first });
      if (!survey || turn !== this.turn || this.program.panel !== 'import') return;
      this.survey = survey;
      if (survey.whole) return;
      first = false;
    }
  }

  /** Begins with what is on screen: the names become what the table says. */
  async begin(): Promise<boolean> {
    const { asked, survey } = this;
    if (!asked || !survey || !this.ready) return false;
    const as = (names: readonly { name: string; becomes: Becomes }[]) =>
      this.takesScheme ? {} : Object.fromEntries(names.map(({ name, becomes }) => [name, becomes]));
    const begun = await this.program.ask('import', {
      ...asked,
      own: survey.own,
      labels: as(survey.labels),
      links: as(survey.links_found),
      attributes: as(survey.attributes_found.map(called)),
      values: as(survey.values_found.map(called)),
    });
    await this.program.jobs.begin(Promise.resolve(begun));
    if (begun) this.forget();
    return Boolean(begun);
  }

  forget(): void {
    this.turn += 1;
    this.asked = null;
    this.survey = null;
  }
}
