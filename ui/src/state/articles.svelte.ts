// The articles of the project: all of them by number, and the rows of those that were looked at.

import { SvelteMap } from 'svelte/reactivity';
import type { ArticleList, DocumentRow } from '../host/bindings';
import type { Program } from './program.svelte';

export class Articles {
  private readonly program: Program;
  /** Not in the bin, in the order in which they were added. */
  all = $state.raw<readonly number[]>([]);
  /** How many of them are done. */
  done = $state(0);
  /** Tags of their languages, the most frequent first; `und` where it is not known. */
  languages = $state.raw<readonly string[]>([]);
  private readonly rows = new SvelteMap<number, DocumentRow>();
  private readonly places: ReadonlySet<number> = $derived.by(() => new Set(this.all));
  private readonly fetching = new Set<number>();
  /** Counts up with each list: rows that were asked for before are too late. */
  private lists = 0;

  constructor(program: Program) {
    this.program = program;
  }

  /** The row of an article; `undefined` before it was fetched. */
  row(id: number): DocumentRow | undefined {
    return this.rows.get(id);
  }

  has(id: number): boolean {
    return this.places.has(id);
  }

  /** Another list: rows that are wanted are fetched anew. */
  take(list: ArticleList): void {
    this.lists += 1;
    this.fetching.clear();
    this.rows.clear();
    for (const row of list.rows) this.rows.set(row.id, row);
    this.all = list.articles;
    this.done = list.done;
    this.languages = list.languages;
  }

  /** Changed rows in place, new ones at the end. Answers whether order and numbers are certain. */
  change(changed: readonly DocumentRow[], removed: readonly number[]): boolean {
    let certain = true;
    const gone = new Set(removed);
    const added: number[] = [];
    for (const row of changed) {
      if (gone.has(row.id)) continue;
      const before = this.rows.get(row.id);
      if (this.has(row.id)) {
        if (before) this.done += Number(row.status === 'done') - Number(before.status === 'done');
        else certain = false;
      } else {
        added.push(row.id);
        this.done += Number(row.status === 'done');
        // One that comes back has its place among the others.
        if (row.id < (this.all.at(-1) ?? 0)) certain = false;
      }
      this.rows.set(row.id, row);
      if (!this.languages.includes(row.language)) this.languages = [...this.languages, row.language];
    }
    for (const id of removed) {
      if (!this.has(id)) continue;
      const before = this.rows.get(id);
      if (before) this.done -= Number(before.status === 'done');
      else certain = false;
      this.rows.delete(id);
    }
    const stays = this.all.some((id) => gone.has(id)) ? this.all.filter((id) => !gone.has(id)) : this.all;
    if (stays !== this.all || added.length > 0) this.all = [...stays, ...added];
    return certain;
  }

  /** One article in the place of another. */
  replace(old: number, row: DocumentRow): void {
    const before = this.rows.get(old);
    this.done += Number(row.status === 'done') - Number(before?.status === 'done');
    this.rows.delete(old);
    this.rows.set(row.id, row);
    this.all = this.all.map((id) => (id === old ? row.id : id));
  }

  /** Fetches the rows that are not here yet. */
  async fetch(ids: readonly number[]): Promise<void> {
    const documents = ids.filter((id) => !this.rows.has(id) && !this.fetching.has(id));
    if (documents.length === 0) return;
    const { lists } = this;
    for (const id of documents) this.fetching.add(id);
    const rows = await this.program.ask('article_rows', { documents });
    if (lists !== this.lists) return;
    for (const id of documents) this.fetching.delete(id);
    for (const row of rows ?? []) if (!this.rows.has(row.id)) this.rows.set(row.id, row);
  }
}
