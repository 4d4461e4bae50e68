// The links of an open article: plain ones stay numbers until somebody looks
// at the span that they start from.

import type { LinkRows, LinkView } from '../host/bindings';

/** Numbers in a row: id, place of the kind, head, span pointed to, entity or 0. */
const WIDTH = 5;

const NO_VALUES: LinkView['attributes'] = Object.freeze({});
const NO_LINKS: readonly LinkView[] = Object.freeze([]);

export class Links {
  private readonly kinds: readonly string[];
  /** By head; a row whose id is 0 is no longer valid. */
  private readonly rows: Int32Array;
  private readonly objects = new Map<number, LinkView>();
  private readonly byHead = new Map<number, LinkView[]>();

  constructor({ kinds, plain, others }: LinkRows) {
    this.kinds = kinds;
    this.rows = Int32Array.from(plain);
    for (const link of others) this.set(link);
  }

  /** The links that start from a span, the oldest first. */
  from(head: number): readonly LinkView[] {
    this.make(head);
    return this.byHead.get(head) ?? NO_LINKS;
  }

  get(id: number): LinkView | undefined {
    for (let at = 0; at < this.rows.length; at += WIDTH) {
      if (this.rows[at] !== id) continue;
      this.make(this.number(at + 2));
      break;
    }
    return this.objects.get(id);
  }

  set(link: LinkView): void {
    this.delete(link.id);
    this.make(link.head);
    this.add(link);
  }

  delete(id: number): void {
    const link = this.get(id);
    if (!link) return;
    this.objects.delete(id);
    const rest = this.from(link.head).filter((other) => other.id !== id);
    if (rest.length > 0) this.byHead.set(link.head, rest);
    else this.byHead.delete(link.head);
  }

  private add(link: LinkView): void {
    if (Object.keys(link.attributes).length === 0) link.attributes = NO_VALUES;
    this.objects.set(link.id, link);
    const list = [...(this.byHead.get(link.head) ?? []), link];
    this.byHead.set(
      link.head,
      list.sort((one, other) => one.id - other.id),
    );
  }

  /** Makes objects of the rows of a head. */
  private make(head: number): void {
    for (let at = this.first(head); at < this.rows.length; at += WIDTH) {
      if (this.number(at + 2) !== head) return;
      const id = this.number(at);
      if (id === 0) continue;
      this.rows[at] = 0;
      const entity = this.number(at + 4);
      this.add({
        id,
        kind: this.kinds[this.number(at + 1)] ?? '',
        head,
        target: { span: this.number(at + 3), entity: entity === 0 ? null : entity, special: null },
        attributes: NO_VALUES,
        note: '',
        byRule: false,
      });
    }
  }

  /** Where the rows of a head begin, if there are any. */
  private first(head: number): number {
    let low = 0;
    let high = this.rows.length / WIDTH;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.number(middle * WIDTH + 2) < head) low = middle + 1;
      else high = middle;
    }
    return low * WIDTH;
  }

  private number(at: number): number {
    return this.rows[at] ?? 0;
  }
}
