// The list of articles: what it is asked for, which ones are chosen, the bin.

import type { BinRow, LibraryCountsView, ListFilter, ListOrder, SnippetView } from '../host/bindings';
import { range } from './chosen';
import type { Program } from './program.svelte';

export const ALL: ListFilter = {
  status: null,
  language: null,
  outlet: null,
  from: '',
  to: '',
  label: null,
  speaker: '',
  flag: null,
  words: '',
};

export const AS_ADDED: ListOrder = { column: 'added', descending: false };

/** A pause after an edit, in milliseconds: the list must not hold the next key up. */
const FOLLOW_AFTER_MS = 250;

export class Library {
  readonly program: Program;
  filter = $state.raw<ListFilter>(ALL);
  order = $state.raw<ListOrder>(AS_ADDED);
  counts = $state.raw<LibraryCountsView | null>(null);
  /** Everything that was asked for is read. */
  whole = $state(true);
  /** Articles whose marks are read. */
  read = $state(0);
  filtersShown = $state(false);
  /** The list is wanted where the window is too narrow to show it always. */
  wanted = $state(false);
  chosen = $state.raw<ReadonlySet<number>>(new Set());
  /** What is in the bin, while it is shown. */
  bin = $state.raw<readonly BinRow[] | null>(null);
  emptying = $state(false);
  snippets = $state.raw<ReadonlyMap<number, SnippetView>>(new Map());
  private found = $state.raw<readonly number[] | null>(null);
  /** An edit left open where an article stands, or how many are done. */
  uncertain = false;
  /** Where choosing several began. */
  private anchor: number | null = null;
  /** Counts up when what is asked for changes: older answers are too late. */
  private asked = 0;
  private asking = false;
  private again = false;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(program: Program) {
    this.program = program;
  }

  /** All articles, in the order in which they were added. */
  readonly plain = $derived.by(
    () => !this.filtered && this.order.column === 'added' && !this.order.descending,
  );

  /** How many parts of the filter are set, without the words. */
  readonly parts = $derived.by(
    () =>
      Object.entries(this.filter).filter(
        ([part, value]) => part !== 'words' && value !== null && value !== '',
      ).length,
  );

  readonly filtered = $derived.by(() => this.parts > 0 || this.searching);
  readonly searching = $derived.by(() => this.filter.words.trim() !== '');

  /** The articles listed, in order. */
  readonly listed: readonly number[] = $derived.by(() => {
    const { articles } = this.program;
    if (this.plain || !this.found) return articles.all;
    return this.found.filter((id) => articles.has(id));
  });

  /** Another project: its list is as it was left. */
  async take(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    clearTimeout(this.later);
    this.filter = ALL;
    this.order = AS_ADDED;
    this.found = null;
    this.counts = null;
    this.snippets = new Map();
    this.bin = null;
    this.emptying = false;
    this.filtersShown = false;
    this.chooseNone();
    const left = await this.program.ask('library', { asked: null, countSpans: false });
    if (!left || asked !== this.asked) return;
    this.filter = left.asked.filter;
    this.order = left.asked.order;
    this.filtersShown = this.parts > 0;
    if (!this.plain || this.filtersShown) await this.refresh();
  }

  ask(filter: Partial<ListFilter>, order: Partial<ListOrder> = {}): Promise<void> {
    const words = filter.words !== undefined && filter.words !== this.filter.words;
    this.filter = { ...this.filter, ...filter };
    this.order = { ...this.order, ...order };
    if (words) this.snippets = new Map();
    return this.refresh();
  }

  clear(): Promise<void> {
    return this.ask(ALL, AS_ADDED);
  }

  showFilters(shown: boolean): void {
    this.filtersShown = shown;
    if (shown) void this.refresh();
  }

  /** Something was edited: the list follows once the keys rest. */
  follow(): void {
    if (this.bin) void this.showBin();
    if (this.plain && !this.filtersShown && !this.uncertain) return;
    clearTimeout(this.later);
    this.later = setTimeout(() => void this.refresh(), FOLLOW_AFTER_MS);
  }

  /** Asks until everything that is asked for is read. */
  async refresh(): Promise<void> {
    this.asked += 1;
    this.again = true;
    if (this.asking) return;
    this.asking = true;
    try {
      do {
        this.again = false;
        const { asked, filter, order } = this;
        const page = await this.program.ask('library', {
          asked: { filter, order },
          countSpans: this.filtersShown,
        });
        if (!page) break;
        if (asked !== this.asked) continue;
        this.found = page.articles;
        this.program.articles.done = page.done;
        if (this.plain && this.uncertain) this.program.articles.all = page.articles;
        this.uncertain = !this.plain && this.uncertain;
        this.counts = page.counts;
        this.whole = page.whole;
        this.read = page.read;
      } while (this.again || !this.whole);
    } finally {
      this.asking = false;
    }
  }

  /** Asks where the words stand in articles near the view. */
  async show(documents: readonly number[]): Promise<void> {
    const { words } = this.filter;
    let missing = documents.filter((id) => !this.snippets.has(id));
    while (missing.length > 0 && words.trim() !== '') {
      const found = await this.program.ask('snippets', { documents: missing, words });
      if (!found || found.length === 0 || words !== this.filter.words) return;
      const snippets = new Map(this.snippets);
      for (const snippet of found) snippets.set(snippet.document, snippet);
      this.snippets = snippets;
      missing = missing.filter((id) => !snippets.has(id));
    }
  }

  choose(id: number): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
    this.anchor = id;
  }

  /** From where choosing began to here; `from` if it has not begun. */
  chooseTo(id: number, from: number | null): void {
    this.anchor ??= from ?? id;
    this.chosen = range(this.listed, this.anchor, id);
  }

  chooseAll(): void {
    this.chosen = new Set(this.listed);
    this.program.tell('said-all-chosen', { count: this.chosen.size });
  }

  chooseNone(): void {
    this.chosen = new Set();
    this.anchor = null;
  }

  /** The chosen ones in the order of the list, or else one. */
  of(id: number | null): number[] {
    if (this.chosen.size === 0) return id === null ? [] : [id];
    return this.program.articles.all.filter((known) => this.chosen.has(known));
  }

  async showBin(): Promise<void> {
    const bin = await this.program.ask('bin', {});
    if (bin) this.bin = bin;
  }

  closeBin(): void {
    this.bin = null;
    this.emptying = false;
  }
}
