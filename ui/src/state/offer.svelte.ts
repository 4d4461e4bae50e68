// Files on offer: those on screen, the one that is looked at, and what became of them.

import { tick } from 'svelte';
import type { FilesReport, OfferedFileView, OfferView, ProgramEvent } from '../host/bindings';
import type { Program } from './program.svelte';

/** As many files are asked for, around those in view. */
const AROUND = 180;

export class Offer {
  readonly program: Program;
  view = $state.raw<OfferView | null>(null);
  at = $state(0);
  /** The file at `at`, as it was read last. */
  file = $state.raw<OfferedFileView | null>(null);
  /** It is being read again. */
  rereading = $state(false);
  report = $state.raw<FilesReport | null>(null);
  /** Files are dragged over the window. */
  dragged = $state(false);
  /** Files are being added: the offer comes back if they are not. */
  private adding = false;
  /** Adding made the project: its list was asked for before anything was in it. */
  private made = false;
  private first = 0;
  /** Counts up with each question: older answers are too late. */
  private asked = 0;

  constructor(program: Program) {
    this.program = program;
    program.host.listen((event) => this.hear(event));
  }

  private hear(event: ProgramEvent): void {
    if (event.kind === 'offered') {
      if (this.program.panel === 'offer') void this.refresh();
    } else if (event.kind === 'dragged') this.dragged = event.over;
    else if (event.kind === 'given') void this.given(event);
    else if (event.kind === 'ended') void this.ended(event.report !== null);
  }

  private async given(event: Extract<ProgramEvent, { kind: 'given' }>): Promise<void> {
    const { program } = this;
    this.dragged = false;
    if (event.project) await this.takeStart();
    if (event.files) await this.show();
    const { problem } = event;
    if (problem)
      program.say({ key: problem.key, arguments: problem.arguments }, { hint: problem.hint, refused: true });
  }

  /** What became of the files: told where there is more to it than one article. */
  private async ended(done: boolean): Promise<void> {
    if (!this.adding) return;
    this.adding = false;
    const { program } = this;
    if (!done) return this.show();
    const report = await program.ask('files_report', {});
    if (!report) return;
    this.forget();
    if (this.made || !program.project) await this.takeStart();
    this.made = false;
    const [first] = report.files.flatMap((file) => file.added);
    if (first) await program.open(first.id);
    const plain = report.files.every(
      (file) => file.refused.length + file.duplicates.length + file.notes.length === 0,
    );
    if (plain && report.articles < 2) return;
    this.report = report;
    program.panel = 'added';
  }

  /** Shows what is on offer, if something is. */
  async show(): Promise<void> {
    const { program } = this;
    // Before a person has a name nothing can be added; it waits.
    if (this.adding || program.phase === 'name' || program.phase === 'loading') return;
    const view = await program.ask('offer', { first: this.first, count: AROUND });
    if (!view) return;
    program.list = null;
    program.panel = 'offer';
    this.view = view;
    await this.refresh();
  }

  /** Asks until the files are compared with the whole project; what is read later is heard of. */
  async refresh(): Promise<void> {
    this.asked += 1;
    const { asked, program } = this;
    let view: OfferView | null | undefined;
    do {
      view = await program.ask('offer', { first: this.first, count: AROUND });
      if (asked !== this.asked || program.panel !== 'offer') return;
      if (!view) return this.forget();
      this.view = view;
      await this.look();
    } while (!view.compared);
  }

  /** How much the first article of the file has in common with another, in percent, as it is shown. */
  private get nearest(): number {
    const article = this.file?.articles[0];
    return Math.max(article?.near[0]?.percent ?? 0, article?.nearOffered[0]?.percent ?? 0);
  }

  /** Reads the file at `at` again, unless it is known already. */
  private async look(anew = false): Promise<void> {
    const { at, file, view } = this;
    if (!view || view.files === 0) return;
    const known = file?.file === at && !this.rereading;
    const row = view.rows[at - view.first];
    const nearer = row && row.near !== null && row.near !== this.nearest;
    if (known && file.read && !anew && !nearer) return;
    const read = await this.program.ask('offered_file', { file: at });
    if (!read || at !== this.at) return;
    this.rereading = file?.file === at && file.read && !read.read;
    // What is read again stays on screen until it is.
    if (!this.rereading) this.file = read;
  }

  /** Goes to a file. */
  async go(to: number): Promise<void> {
    const all = this.view?.files ?? 0;
    const at = Math.max(0, Math.min(all - 1, to));
    if (at !== this.at) this.rereading = false;
    this.at = at;
    await this.look();
  }

  /** The list was scrolled: other rows are in view. */
  async scrolled(first: number, end: number): Promise<void> {
    const { view } = this;
    if (!view) return;
    const has = view.first <= first && end <= view.first + view.rows.length;
    if (has) return;
    this.first = Math.max(0, Math.floor((first + end - AROUND) / 2));
    await this.refresh();
  }

  async want(file: number | null, wanted: boolean): Promise<void> {
    const done = await this.program.ask('want_offered', { file, wanted });
    if (done === undefined) return;
    await this.refresh();
    // It may have been like one that is not to come in any more.
    await this.look(true);
  }

  async readAs(encoding: string | null): Promise<void> {
    this.rereading = true;
    await this.program.ask('read_offered_as', { file: this.at, encoding });
    await this.refresh();
  }

  async takeColumn(
    column: number,
    field: 'text' | 'title' | 'outlet' | 'author' | 'published' | 'url' | 'language' | null,
  ): Promise<void> {
    this.rereading = true;
    await this.program.ask('take_offered_column', { file: this.at, column, field });
    await this.refresh();
  }

  async add(): Promise<void> {
    const { program } = this;
    this.adding = true;
    const begun = await program.ask('add_offered', {});
    if (!begun) {
      this.adding = false;
      return;
    }
    if (program.panel === 'offer') program.panel = null;
    if (!program.project) {
      this.made = true;
      await this.takeStart();
    }
    await program.jobs.begin(Promise.resolve(begun));
    // What lies under the pane takes no focus before it is gone.
    await tick();
    if (program.panel === null) program.surface?.focus();
  }

  /** Another project is open than the window shows. */
  private async takeStart(): Promise<void> {
    const view = await this.program.ask('start', {});
    if (view) this.program.showStart(view);
  }

  async leave(): Promise<void> {
    const { program } = this;
    program.panel = null;
    this.forget();
    await program.ask('leave_offer', {});
    await tick();
    program.surface?.focus();
  }

  async closeReport(): Promise<void> {
    this.report = null;
    this.program.panel = null;
    await tick();
    this.program.surface?.focus();
  }

  private forget(): void {
    this.asked += 1;
    this.view = null;
    this.file = null;
    this.rereading = false;
    this.at = 0;
    this.first = 0;
  }
}
