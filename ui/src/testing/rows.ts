// Spans and links as the program packs them.

import type { LinkRows, LinkView, SpanRows, SpanView } from '../host/bindings';

/** Text order: by start, the longer first, then by age. */
export function inTextOrder(a: SpanView, b: SpanView): number {
  const [one, other] = [a, b].map(({ fragments }) => [fragments[0]!.start, fragments.at(-1)!.end] as const);
  return one![0] - other![0] || other![1] - one![1] || a.id - b.id;
}

export function spanRows(spans: readonly SpanView[]): SpanRows {
  const rows: SpanRows = { labels: [], plain: [], others: [] };
  for (const span of [...spans].sort(inTextOrder)) {
    const { id, label, fragments, attributes, entity, note, flags, question } = span;
    const extras = [note, flags, question, Object.keys(attributes), fragments.slice(1)];
    if (extras.some(({ length }) => length > 0)) rows.others.push(span);
    else rows.plain.push(id, place(rows.labels, label), fragments[0]!.start, fragments[0]!.end, entity ?? 0);
  }
  return rows;
}

export function linkRows(links: readonly LinkView[]): LinkRows {
  const rows: LinkRows = { kinds: [], plain: [], others: [] };
  for (const link of [...links].sort((a, b) => a.head - b.head || a.id - b.id)) {
    const { id, kind, head, target, attributes, note, byRule } = link;
    const isPlain = target.span !== null && !byRule && note === '' && Object.keys(attributes).length === 0;
    if (!isPlain) rows.others.push(link);
    else rows.plain.push(id, place(rows.kinds, kind), head, target.span!, target.entity ?? 0);
  }
  return rows;
}

function place(names: string[], name: string): number {
  if (!names.includes(name)) names.push(name);
  return names.indexOf(name);
}
