// The register of entities: what is listed, which one is shown, and what is being done with it.

import type { EntityCard, KindCount, MentionView, MergePreview, RegisterRow } from '../host/bindings';
import type { Program } from './program.svelte';

export type Order = 'name' | 'mentions' | 'recent';

/** What stands beside the list. */
export type Task =
  | { kind: 'card' }
  | { kind: 'new' }
  /** Whom to merge with: choices for what was typed, then what it would do. */
  | {
      kind: 'merge';
      from: RegisterRow;
      query: string;
      options: readonly RegisterRow[];
      highlighted: number;
      preview: MergePreview | null;
    };

/** Rows to one question. */
const PAGE = 100;
/** Mentions to one question. */
export const MENTIONS = 50;

const CARD: Task = { kind: 'card' };

export class Register {
  readonly program: Program;
  query = $state('');
  kind = $state<string | null>(null);
  order = $state<Order>('name');
  total = $state(0);
  kinds = $state.raw<readonly KindCount[]>([]);
  rows = $state.raw<ReadonlyMap<number, RegisterRow>>(new Map());
  /** The entity shown, and its place in the list; -1 where the filter leaves it out. */
  id = $state<number | null>(null);
  at = $state(-1);
  card = $state.raw<EntityCard | null>(null);
  mentions = $state.raw<readonly MentionView[]>([]);
  /** Mentions that are to go to a new entity. */
  chosen = $state.raw<ReadonlySet<number>>(new Set());
  task = $state.raw<Task>(CARD);
  /** Deleting was refused with what uses it: once more means it. */
  told: number | null = null;
  ready = $state(false);
  private asked = 0;
  private shown = 0;
  private first = 0;

  constructor(program: Program) {
    this.program = program;
  }

  /** The list as it is now, with the entity shown in it. */
  async refresh(find: number | null = this.id): Promise<void> {
    this.asked += 1;
    const page = await this.page(this.first, find);
    if (!page) return;
    this.ready = true;
    this.rows = new Map(page.rows.map((row, index) => [this.first + index, row]));
    this.at = page.found ?? -1;
    if (page.found !== null) await this.show(page.found, page.found + 1);
    if (find !== null) await this.choose(find);
    else if (this.id === null && page.rows[0]) await this.go(0);
  }

  private async page(first: number, find: number | null) {
    const { asked, query, kind, order } = this;
    const page = await this.program.ask('register', {
      query,
      kind,
      order,
      offset: first,
      limit: PAGE,
      find,
    });
    // What was typed meanwhile asks for another list.
    if (!page || asked !== this.asked) return undefined;
    this.total = page.total;
    this.kinds = page.kinds;
    return page;
  }

  /** Another filter or order: from the top, unless the entity shown is in it. */
  async ask(changes: { query?: string; kind?: string | null; order?: Order }): Promise<void> {
    if (changes.query !== undefined) this.query = changes.query;
    if (changes.kind !== undefined) this.kind = changes.kind;
    if (changes.order !== undefined) this.order = changes.order;
    this.first = 0;
    await this.refresh();
    // The first one found is shown where the filter leaves the other out.
    if (this.at < 0 && this.total > 0) await this.go(0);
  }

  /** The rows from `first` to before `end` are near the view. */
  async show(first: number, end: number): Promise<void> {
    const { asked } = this;
    for (let at = Math.floor(first / PAGE) * PAGE; at < Math.min(end, this.total); at += PAGE) {
      if (this.rows.has(at)) continue;
      const page = await this.page(at, null);
      if (!page || asked !== this.asked) return;
      this.first = at;
      const rows = new Map(this.rows);
      page.rows.forEach((row, index) => rows.set(at + index, row));
      // Rows far from the view go.
      for (const place of rows.keys()) if (Math.abs(place - at) > 6 * PAGE) rows.delete(place);
      this.rows = rows;
    }
  }

  async go(place: number): Promise<void> {
    const at = Math.max(0, Math.min(this.total - 1, place));
    await this.show(at, at + 1);
    const row = this.rows.get(at);
    if (!row) return;
    this.at = at;
    await this.choose(row.id);
  }

  /** Shows an entity beside the list. */
  async choose(id: number): Promise<void> {
    this.shown += 1;
    const { shown } = this;
    if (this.id !== id) {
      this.chosen = new Set();
      this.told = null;
    }
    this.id = id;
    const card = await this.program.ask('entity_card', { entity: id });
    const limit = Math.max(MENTIONS, Math.min(this.mentions.length, 4 * MENTIONS));
    const page = card && (await this.program.ask('mentions', { entity: id, offset: 0, limit }));
    if (shown !== this.shown || !card || !page) return;
    this.id = card.id;
    this.card = card;
    this.mentions = page.rows;
    const there = new Set(page.rows.map((row) => row.span));
    if ([...this.chosen].some((span) => !there.has(span))) {
      this.chosen = new Set([...this.chosen].filter((span) => there.has(span)));
    }
  }

  async moreMentions(): Promise<void> {
    const { shown, card, mentions } = this;
    if (!card) return;
    const page = await this.program.ask('mentions', {
      entity: card.id,
      offset: mentions.length,
      limit: MENTIONS,
    });
    if (page && shown === this.shown) this.mentions = [...mentions, ...page.rows];
  }

  toggle(span: number): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(span)) chosen.add(span);
    this.chosen = chosen;
  }

  get row(): RegisterRow | undefined {
    const { card } = this;
    if (!card) return undefined;
    const { id, kind, name, mentions } = card;
    const role = card.fields.find(({ field }) => field === 'role_title')?.value ?? '';
    return { id, kind, name, role, mentions };
  }

  back(): void {
    this.task = CARD;
  }
}
