// The job that runs: an export or import that takes longer than a key may.

import type { JobView, ProgramEvent, TransferReport } from '../host/bindings';
import { tellNear } from '../actions/near';
import type { Program } from './program.svelte';

/** How far the job that runs is. */
export interface Running {
  readonly job: number;
  /** Key of what it does. */
  readonly title: string;
  /** Of 1; `null` before it is known. */
  readonly part: number | null;
  readonly stopping: boolean;
}

export class Jobs {
  running = $state.raw<Running | null>(null);
  /** The last job that is over: a short one can be, before its beginning is answered. */
  private over = 0;
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
    program.host.listen((event) => this.hear(event));
  }

  /** Shows a job that was begun; nothing if the person cancelled. */
  async begin(answer: Promise<JobView | null | undefined>): Promise<void> {
    const begun = await answer;
    if (!begun || begun.job <= this.over) return;
    this.running = { ...begun, part: null, stopping: false };
  }

  stop(): void {
    const { running } = this;
    if (!running) return this.program.tell('said-no-job');
    this.running = { ...running, stopping: true };
    void this.program.ask('stop_job', { job: running.job });
  }

  private hear(event: ProgramEvent): void {
    const { running } = this;
    if (event.kind === 'progress') {
      if (running?.job !== event.job || event.total === 0) return;
      this.running = { ...running, part: Math.min(1, event.done / event.total) };
      return;
    }
    if (event.kind !== 'ended') return;
    this.over = event.job;
    if (running?.job === event.job) this.running = null;
    if (event.report) this.show(event.report);
    const { problem } = event;
    if (!problem) return;
    if (problem.cause) console.error('job', problem.cause);
    const refused = problem.code !== 'Stopped';
    this.program.say({ key: problem.key, arguments: problem.arguments }, { hint: problem.hint, refused });
  }

  private show(report: TransferReport): void {
    const { program } = this;
    const before = program.articles.all;
    if (report.history) program.history = report.history;
    if (report.documents) program.articles.take(report.documents);
    program.say(report.message);
    // Where an export lies is worth knowing though nothing was lost.
    const exported = report.documents === null && report.files.length > 0;
    program.report = report.notes.length > 0 || exported ? report : null;
    // What came in may have annotations for the article on screen, or another scheme.
    if (!report.documents) return;
    void program.readAnew();
    void tellNear(program, before);
  }
}
