// Near duplicates: the pairs found, and the one that is compared.

import type { BesideView, NearPairView } from '../host/bindings';
import type { Program } from './program.svelte';

export class Near {
  readonly program: Program;
  pairs = $state.raw<readonly NearPairView[]>([]);
  total = $state(0);
  read = $state(0);
  whole = $state(false);
  at = $state(0);
  rows = $state.raw<readonly BesideView[]>([]);
  /** Counts up with each question: older answers are too late. */
  private asked = 0;
  private compared = '';

  constructor(program: Program) {
    this.program = program;
  }

  get pair(): NearPairView | undefined {
    return this.pairs[this.at];
  }

  /** Asks until all articles are read. */
  async refresh(): Promise<void> {
    this.asked += 1;
    const { asked } = this;
    const before = this.pair;
    do {
      const page = await this.program.ask('near_duplicates', { among: null });
      if (!page || asked !== this.asked || this.program.panel !== 'near') return;
      this.pairs = page.pairs;
      this.total = page.total;
      this.read = page.read;
      this.whole = page.whole;
      const same = (pair: NearPairView) =>
        pair.first.id === before?.first.id && pair.second.id === before?.second.id;
      await this.go(Math.max(0, before ? page.pairs.findIndex(same) : this.at));
    } while (!this.whole);
  }

  async go(to: number): Promise<void> {
    this.at = Math.max(0, Math.min(this.pairs.length - 1, to));
    const { pair } = this;
    const wanted = pair ? `${pair.first.id} ${pair.second.id}` : '';
    if (wanted === this.compared) return;
    this.compared = wanted;
    this.rows = [];
    if (!pair) return;
    const rows = await this.program.ask('compare_articles', { first: pair.first.id, second: pair.second.id });
    // Another pair may have been gone to meanwhile.
    if (rows && wanted === this.compared) this.rows = rows;
  }

  forget(): void {
    this.asked += 1;
    this.pairs = [];
    this.total = 0;
    this.at = 0;
    this.rows = [];
    this.compared = '';
  }
}
