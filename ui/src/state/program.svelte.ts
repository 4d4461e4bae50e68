// What the window shows, and the one way in which it changes.

import { flushSync } from 'svelte';
import type {
  Added,
  Comparison,
  DocumentRow,
  Edited,
  Findings,
  HistoryView,
  LabelView,
  Message,
  PageView,
  ProjectView,
  RecentProject,
  SchemeView,
  SettingsView,
  StartView,
  TextRange,
  TransferReport,
} from '../host/bindings';
import { asProblem, type CommandName, type Host, type Request, type Response } from '../host/host';
import { applyPatch, claimNumber, openArticle, type OpenArticle } from './article';
import { Articles } from './articles.svelte';
import { Claims } from './claims.svelte';
import { Correction } from './correction.svelte';
import { Exporting } from './exporting.svelte';
import { Importing } from './importing.svelte';
import type { Elsewhere } from './elsewhere';
import type { Find } from './find';
import { learned, type Hand } from './hand';
import { Jobs } from './jobs.svelte';
import { Library } from './library.svelte';
import type { OpenList } from './list';
import { Near } from './near.svelte';
import { Offer } from './offer.svelte';
import { SETTINGS } from './reading';
import { Register } from './register.svelte';
import type { SchemeEditor } from '../scheme/editor.svelte';
import type { Surface } from './surface';
import { Team } from './team.svelte';

/** What the status line says. */
export interface Said {
  readonly message: Message;
  readonly hint: string | null;
  readonly refused: boolean;
  /** Two equal sentences in a row are two events. */
  readonly count: number;
}

export type Panel =
  | 'claims'
  | 'register'
  | 'near'
  | 'offer'
  | 'added'
  | 'paste'
  | 'keys'
  | 'compare'
  | 'correct'
  | 'correction'
  | 'findings'
  | 'answers'
  | 'palette'
  | 'new-name'
  | 'reading'
  | 'new-project'
  | 'export'
  | 'import'
  | null;
/** Panels that belong to the article on screen. */
const OF_ARTICLE: ReadonlySet<Panel> = new Set(['answers', 'compare', 'findings', 'correct', 'correction']);
export type Pane = 'documents' | 'beside' | 'text' | 'margin';

/** A pause between keys, in milliseconds. */
const CHECK_AFTER_MS = 300;

export class Program {
  readonly host: Host;
  surface: Surface | null = null;

  /** Something is on screen. */
  shown = $state(false);
  phase = $state<'loading' | 'name' | 'choose' | 'project'>('loading');
  annotator = $state<string | null>(null);
  version = $state('');
  recent = $state.raw<readonly RecentProject[]>([]);
  settings = $state.raw<SettingsView>(SETTINGS);

  project = $state.raw<ProjectView | null>(null);
  history = $state.raw<HistoryView>({ undo: null, redo: null });

  article = $state.raw<OpenArticle | null>(null);
  selection = $state.raw<TextRange | null>(null);
  caret = $state(0);
  current = $state<number | null>(null);
  active = $state<number | null>(null);
  /** Mentions of the entity whose chip has the focus. */
  lit = $state.raw<readonly number[]>([]);
  list = $state.raw<OpenList | null>(null);
  /** The other places of a mention, while they are shown. */
  elsewhere = $state.raw<Elsewhere | null>(null);
  /** The label that marks whatever is selected. */
  hand = $state.raw<Hand | null>(null);
  awaitsLabel = $state(false);
  /** Selections that growing came from, so that shrinking can go back. */
  grown: readonly { from: TextRange; to: TextRange }[] = [];
  /** The span whose note is being written. */
  noteFor = $state<number | null>(null);
  /** The span whose fields stand beside it. */
  details = $state<number | null>(null);
  /** The link whose chip has the focus. */
  linkAt = $state<number | null>(null);
  /** The link whose note is being written. */
  linkNote = $state<number | null>(null);

  said = $state.raw<Said | null>(null);
  panel = $state<Panel>(null);
  /** The scheme, while it is being edited. */
  editor = $state.raw<SchemeEditor | null>(null);
  pasted = $state('');
  /** What the page says of itself that the pasted text came from. */
  pastedFrom = $state.raw<Pick<PageView, 'title' | 'metadata'>>({ title: null, metadata: {} });
  comparison = $state.raw<Comparison | null>(null);
  /** The table of all claims: what it asks for stays while it is closed. */
  readonly claims = new Claims(this);
  /** All articles of the project. */
  readonly articles = new Articles(this);
  /** The list of articles. */
  readonly library = new Library(this);
  /** An export being prepared: what it asks for stays while it is closed. */
  readonly exporting = new Exporting(this);
  /** An import being prepared. */
  readonly importing = new Importing(this);
  /** Near duplicates. */
  readonly near = new Near(this);
  /** The register of the open project. */
  register = $state.raw(new Register(this));
  find = $state.raw<Find | null>(null);
  /** What is unfinished in the article on screen. */
  findings = $state.raw<Findings | null>(null);
  /** `D` was answered with what is unfinished: the next one means it. */
  told = false;
  private checking: ReturnType<typeof setTimeout> | undefined;
  /** What an export or import has to say besides its sentence. */
  report = $state.raw<TransferReport | null>(null);
  pane = $state<Pane>('text');
  /** Questions, decisions and rules, and what of them stands beside the article. */
  readonly team = new Team(this);
  /** A correction of the text, and what it changed. */
  readonly correction = new Correction(this);

  /** The export or import that runs. */
  readonly jobs: Jobs;
  /** Files on offer, and what became of those that were added. */
  readonly offer: Offer;

  constructor(host: Host) {
    this.host = host;
    this.jobs = new Jobs(this);
    this.offer = new Offer(this);
  }

  /** Asks the program; a refusal is said and answered with `undefined`. */
  async ask<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N> | undefined> {
    try {
      return await this.host.call(name, request);
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.cause) console.error(name, problem.cause);
      this.say({ key: problem.key, arguments: problem.arguments }, { hint: problem.hint, refused: true });
      return undefined;
    }
  }

  /** Asks for an edit and shows what it did. */
  async edit<N extends CommandName>(
    name: N,
    request: Edited extends Response<N> ? Request<N> : never,
  ): Promise<Edited | undefined> {
    const edited = (await this.ask(name, request)) as Edited | undefined;
    if (edited) await this.applyEdited(edited);
    if (edited && name === 'set_value') this.learn(request as Request<'set_value'>);
    return edited;
  }

  /** A label in hand keeps the values that a person chooses. */
  private learn({ span, attribute, value }: Request<'set_value'>): void {
    const label = this.labelOf(span)?.id;
    if (this.hand && label) this.hand = learned(this.hand, label, attribute, value);
  }

  say(message: Message, more: { hint?: string | null; refused?: boolean } = {}): void {
    const count = (this.said?.count ?? 0) + 1;
    this.said = { message, hint: more.hint ?? null, refused: more.refused ?? false, count };
  }

  tell(key: string, values: Message['arguments'] = {}, refused = false): void {
    this.say({ key, arguments: values }, { refused });
  }

  async start(): Promise<void> {
    const view = await this.ask('start', {});
    if (view) this.showStart(view);
    else this.phase = 'choose';
  }

  /** The window shows something; tests wait for it, and the program hears it once. */
  painted(what: 'start' | 'article'): void {
    const { dataset } = document.documentElement;
    const first = dataset['ready'] === undefined;
    if (dataset['ready'] !== what) dataset['ready'] = what;
    if (!first) return;
    this.shown = true;
    void this.ask('painted', {});
  }

  showStart(view: StartView): void {
    this.annotator = view.annotator;
    this.settings = view.settings;
    this.recent = view.recent;
    this.version = view.version;
    if (view.problem) {
      this.say(
        { key: view.problem.key, arguments: view.problem.arguments },
        { hint: view.problem.hint, refused: true },
      );
    }
    if (view.annotator === null) this.phase = 'name';
    else if (view.project) this.showProject(view.project);
    else this.phase = 'choose';
    // Files may have been opened with the program.
    void this.offer.show();
  }

  showProject(project: ProjectView): void {
    this.project = project;
    this.articles.take(project.documents);
    this.history = project.history;
    this.hand = null;
    this.editor = null;
    this.team.close();
    this.claims.forget();
    this.near.forget();
    this.exporting.forget();
    this.importing.forget();
    this.register = new Register(this);
    if (
      this.panel === 'register' ||
      this.panel === 'near' ||
      this.panel === 'export' ||
      this.panel === 'import'
    )
      this.panel = null;
    this.closeArticle();
    this.phase = 'project';
    if (project.notice) this.say(project.notice);
    const { first } = project.documents;
    if (first !== null) void this.open(first);
    // After the article: the person waits for that.
    void this.library.take();
  }

  closeArticle(): void {
    this.article = null;
    this.leaveArticle();
  }

  private leaveArticle(): void {
    this.selection = null;
    this.caret = 0;
    this.current = null;
    this.active = null;
    this.lit = [];
    this.list = null;
    this.elsewhere = null;
    this.awaitsLabel = false;
    this.noteFor = null;
    this.details = null;
    this.linkNote = null;
    this.linkAt = null;
    this.team.asking = null;
    this.grown = [];
    this.comparison = null;
    this.find = null;
    this.findings = null;
    this.told = false;
    if (this.panel && OF_ARTICLE.has(this.panel)) this.panel = null;
  }

  async open(document: number): Promise<boolean> {
    const { project } = this;
    const view = await this.ask('open_article', { document });
    if (!view || !project) return false;
    this.leaveArticle();
    this.article = openArticle(view, project.scheme);
    this.draw();
    this.check();
    return true;
  }

  /** Shows an answer at once: left to the next frame, its work would delay that frame. */
  private draw(): void {
    flushSync();
    this.surface?.draw();
  }

  /** Looks for what is unfinished, once the keys rest: it must not hold the next one up. */
  private check(): void {
    clearTimeout(this.checking);
    // Where there is more to look through, the pause must be longer.
    const pause = Math.max(CHECK_AFTER_MS, (this.article?.spans.size ?? 0) / 10);
    this.checking = setTimeout(() => void this.findUnfinished(), pause);
  }

  private async findUnfinished(): Promise<void> {
    const document = this.article?.id;
    if (document === undefined) return;
    const findings = await this.ask('checks', { document });
    if (findings && this.article?.id === document) this.findings = findings;
  }

  emptyPasteBox(): void {
    this.pasted = '';
    this.pastedFrom = { title: null, metadata: {} };
  }

  /** An article was pasted; with no project open the program made one. */
  async added(added: Added): Promise<void> {
    this.panel = null;
    this.emptyPasteBox();
    if (!this.project) {
      const view = await this.ask('start', {});
      if (view) this.showStart(view);
    }
    this.changeRows([added.document], []);
    this.history = added.history;
    this.say(added.message);
    await this.open(added.document.id);
  }

  private changeRows(changed: readonly DocumentRow[], removed: readonly number[]): void {
    if (!this.articles.change(changed, removed)) this.library.uncertain = true;
  }

  async applyEdited(edited: Edited): Promise<void> {
    this.history = edited.history;
    if (edited.list) this.articles.take(edited.list);
    else this.changeRows(edited.rows, edited.removedRows);
    this.say(edited.message);
    if (edited.scheme) {
      if (this.article && edited.removedRows.includes(this.article.id)) this.closeArticle();
      await this.takeScheme(edited.scheme);
      return this.team.follow();
    }
    const { article, project } = this;
    if (article && project && article.id === edited.document) {
      const changed = applyPatch(article, edited.patch, project.scheme);
      this.article = changed;
      this.surface?.patch(edited.patch);
      this.check();
      const lives = (id: number | null) => (id !== null && changed.spans.has(id) ? id : null);
      // What an edit does not concern stays: only a person leaves a claim.
      this.current = lives(edited.current) ?? lives(this.current);
      const claim = (id: number | null) => (id !== null && claimNumber(changed, id) > 0 ? id : null);
      this.active = claim(edited.active) ?? claim(this.active);
      if (edited.caret !== null) this.moveTo(edited.caret);
      this.draw();
    }
    if (article && edited.removedRows.includes(article.id)) this.closeArticle();
    if (edited.next !== null && edited.next !== article?.id) await this.open(edited.next);
    await this.team.follow();
  }

  /** What came in may have changed all: the scheme, and the article on screen. */
  async readAnew(): Promise<void> {
    const view = await this.ask('start', {});
    if (!view?.project || !this.project) return;
    this.claims.forget();
    this.register = new Register(this);
    if (this.panel === 'register') this.panel = null;
    await this.takeScheme(view.project.scheme);
    await this.team.follow();
  }

  /** Another scheme: the article on screen may look different all over, so it is read anew. */
  private async takeScheme(scheme: SchemeView): Promise<void> {
    const document = this.article?.id;
    const view = document === undefined ? undefined : await this.ask('open_article', { document });
    const { article, project } = this;
    if (!project) return;
    this.hand = null;
    this.list = null;
    this.project = { ...project, scheme };
    if (!article || !view || view.id !== article.id) return;
    const anew = openArticle(view, scheme);
    this.article = anew;
    if (this.current !== null && !anew.spans.has(this.current)) this.current = null;
    if (this.active !== null && claimNumber(anew, this.active) === 0) this.active = null;
    this.check();
  }

  /** The caret goes there and nothing is selected. */
  moveTo(position: number): void {
    this.selection = null;
    this.caret = position;
    this.surface?.setCaret(position);
  }

  select(range: TextRange): void {
    if (range.start === range.end) {
      this.moveTo(range.start);
      return;
    }
    this.selection = range;
    this.caret = range.end;
    this.surface?.select(range);
  }

  label(id: string): LabelView | undefined {
    return this.project?.scheme.labels.find((label) => label.id === id);
  }

  labelOf(span: number | null): LabelView | undefined {
    const found = span === null ? undefined : this.article?.spans.get(span);
    return found && this.label(found.label);
  }

  get readOnly(): boolean {
    const { article, project } = this;
    return article?.status === 'done' || project?.readOnly === true || (article?.newer ?? null) !== null;
  }
}
