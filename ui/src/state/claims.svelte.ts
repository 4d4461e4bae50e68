// The table of all claims: what is asked for, and the rows that are here.

import type { ClaimRowView, ClaimsFilter, ClaimsOrder } from '../host/bindings';
import type { Program } from './program.svelte';

export const ALL: ClaimsFilter = {
  label: null,
  speaker: '',
  attribute: null,
  value: null,
  mark: null,
  status: null,
  language: null,
  words: '',
};

export const BY_PLACE: ClaimsOrder = { column: 'place', attribute: null, descending: false };

/** Rows to one question. */
const PAGE = 100;

export class Claims {
  readonly program: Program;
  filter = $state.raw<ClaimsFilter>(ALL);
  order = $state.raw<ClaimsOrder>(BY_PLACE);
  /** Claims that fit, as far as the program has read. */
  total = $state(0);
  /** Articles read. */
  articles = $state(0);
  whole = $state(false);
  /** Something was asked and answered. */
  ready = $state(false);
  /** Rows by their place, those near the view. */
  rows = $state.raw<ReadonlyMap<number, ClaimRowView>>(new Map());
  /** The row that the keys act on, and its claim. */
  at = $state(0);
  span: number | null = null;
  /** Counts up when what is asked for changes: older answers are too late. */
  private asked = 0;
  private first = 0;
  private end = PAGE;
  private asking = false;
  private again = false;

  constructor(program: Program) {
    this.program = program;
  }

  get current(): ClaimRowView | undefined {
    return this.rows.get(this.at);
  }

  /** Other claims, or another order of them. The current one stays, if it is still there. */
  ask(filter: ClaimsFilter, order: ClaimsOrder): Promise<void> {
    this.filter = filter;
    this.order = order;
    this.at = 0;
    return this.refresh();
  }

  /** Another project: nothing of this one is asked for. */
  forget(): void {
    this.asked += 1;
    this.filter = ALL;
    this.order = BY_PLACE;
    this.total = 0;
    this.ready = false;
    this.rows = new Map();
    this.at = 0;
    this.span = null;
  }

  /** The same question again: something was edited. */
  refresh(): Promise<void> {
    this.asked += 1;
    this.again = true;
    return this.fetch();
  }

  /** The rows from `first` to before `end` are near the view. */
  show(first: number, end: number): void {
    this.first = Math.floor(first / PAGE) * PAGE;
    this.end = Math.max(this.first + PAGE, Math.ceil(end / PAGE) * PAGE);
    if (this.missing() !== null) void this.fetch();
  }

  go(at: number): void {
    this.at = Math.max(0, Math.min(this.total - 1, at));
    this.span = this.rows.get(this.at)?.span ?? null;
  }

  private missing(): number | null {
    for (let first = this.first; first < Math.min(this.end, this.total); first += PAGE) {
      const last = Math.min(first + PAGE, this.total) - 1;
      if (!this.rows.has(first) || !this.rows.has(last)) return first;
    }
    return null;
  }

  /** Asks until the rows near the view are here and all articles are read. */
  private async fetch(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      while (this.again || !this.whole || this.missing() !== null) {
        const fresh = this.again;
        this.again = false;
        const { asked, filter, order } = this;
        const first = fresh ? this.first : (this.missing() ?? this.first);
        // The article of the current claim may be read later.
        const find = fresh || !this.whole ? this.span : null;
        const page = await this.program.ask('claims', { filter, order, first, count: PAGE, find });
        if (this.program.panel !== 'claims' || !page) break;
        if (asked !== this.asked) continue;
        const grown = page.total !== this.total;
        this.total = page.total;
        this.articles = page.articles;
        this.whole = page.whole;
        this.ready = true;
        // Rows of an earlier answer may stand elsewhere now.
        const kept = fresh || grown ? new Map<number, ClaimRowView>() : this.near();
        page.rows.forEach((row, index) => kept.set(page.first + index, row));
        this.rows = kept;
        if (page.found !== null) this.at = page.found;
        else this.at = Math.max(0, Math.min(this.at, page.total - 1));
      }
    } finally {
      this.asking = false;
    }
  }

  /** Rows far from the view go. */
  private near(): Map<number, ClaimRowView> {
    const near = new Map<number, ClaimRowView>();
    for (const [at, row] of this.rows) {
      if (at >= this.first - 4 * PAGE && at < this.end + 4 * PAGE) near.set(at, row);
    }
    return near;
  }
}
