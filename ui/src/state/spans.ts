// The spans of an open article. A book has tens of thousands, of which a
// person looks at few: those that are plain stay numbers until then.

import type { SpanRows, SpanView, TextRange } from '../host/bindings';

/** Numbers in a row: id, place of the label, start, end, entity or 0. */
const WIDTH = 5;

/** What spans have none of; they share it. */
const NO_VALUES: SpanView['attributes'] = Object.freeze({});
const NO_FLAGS = Object.freeze([]) as unknown as SpanView['flags'];

export const startOf = (span: SpanView): number => span.fragments[0]?.start ?? 0;
export const endOf = (span: SpanView): number => span.fragments.at(-1)?.end ?? 0;

/** What is known of a span without making an object of it; start and end in UTF-16 units. */
export type Look = (id: number, start: number, end: number, label: string, entity: number | null) => void;

export class Spans {
  private readonly labels: readonly string[];
  /** A row whose id is 0 is no longer valid. */
  private readonly rows: Int32Array;
  /** Where the rows begin, by id. */
  private readonly places = new Map<number, number>();
  private readonly objects = new Map<number, SpanView>();

  constructor({ labels, plain, others }: SpanRows) {
    this.labels = labels;
    this.rows = Int32Array.from(plain);
    for (let at = 0; at < this.rows.length; at += WIDTH) this.places.set(this.number(at), at);
    for (const span of others) this.set(span);
  }

  get size(): number {
    return this.places.size + this.objects.size;
  }

  has(id: number): boolean {
    return this.places.has(id) || this.objects.has(id);
  }

  /** The same object each time. */
  get(id: number): SpanView | undefined {
    const at = this.places.get(id);
    if (at === undefined) return this.objects.get(id);
    const entity = this.number(at + 4);
    const span: SpanView = {
      id,
      label: this.label(at),
      fragments: [{ start: this.number(at + 2), end: this.number(at + 3) }],
      attributes: NO_VALUES,
      entity: entity === 0 ? null : entity,
      note: '',
      flags: NO_FLAGS,
      question: '',
    };
    this.set(span);
    return span;
  }

  set(span: SpanView): void {
    this.delete(span.id);
    if (span.flags.length === 0) span.flags = NO_FLAGS;
    if (Object.keys(span.attributes).length === 0) span.attributes = NO_VALUES;
    this.objects.set(span.id, span);
  }

  delete(id: number): void {
    this.objects.delete(id);
    const at = this.places.get(id);
    if (at === undefined) return;
    this.rows[at] = 0;
    this.places.delete(id);
  }

  /** Where a span begins and ends, whatever lies between its fragments. */
  hull(id: number): TextRange | undefined {
    const at = this.places.get(id);
    if (at !== undefined) return { start: this.number(at + 2), end: this.number(at + 3) };
    const span = this.objects.get(id);
    return span && { start: startOf(span), end: endOf(span) };
  }

  /** The label of a span. */
  labelOf(id: number): string | undefined {
    const at = this.places.get(id);
    return at === undefined ? this.objects.get(id)?.label : this.label(at);
  }

  /** Those with a value, note, flag or question, and those somebody looked at. */
  made(id: number): SpanView | undefined {
    return this.objects.get(id);
  }

  /** Shows each span once, in no order. Meanwhile `get` may be asked for the one that is shown. */
  each(look: Look): void {
    for (const span of this.objects.values()) {
      look(span.id, startOf(span), endOf(span), span.label, span.entity);
    }
    for (let at = 0; at < this.rows.length; at += WIDTH) {
      const id = this.number(at);
      if (id === 0) continue;
      const entity = this.number(at + 4);
      look(id, this.number(at + 2), this.number(at + 3), this.label(at), entity === 0 ? null : entity);
    }
  }

  private number(at: number): number {
    return this.rows[at] ?? 0;
  }

  private label(at: number): string {
    return this.labels[this.number(at + 1)] ?? '';
  }
}
