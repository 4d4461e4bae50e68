import { expect, it } from 'vitest';
import type { LinkView, SpanView } from '../host/bindings';
import { link, span } from '../testing/article';
import { linkRows, spanRows } from '../testing/rows';
import { Links } from './links';
import { Spans } from './spans';

function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

/** Plain in three of five cases. */
function anySpan(next: (below: number) => number, id: number): SpanView {
  const start = next(90);
  const plain = span(id, ['claim', 'speaker', 'place'][next(3)]!, start, start + 1 + next(9));
  const entity = next(3) === 0 ? 1 + next(5) : null;
  const kind = next(5);
  if (kind === 0) return { ...plain, entity, flags: ['unsure'] };
  if (kind === 1)
    return { ...plain, fragments: [...plain.fragments, { start: start + 20, end: start + 25 }] };
  return { ...plain, entity };
}

function anyLink(next: (below: number) => number, id: number): LinkView {
  const plain = link(id, ['said_by', 'cued_by'][next(2)]!, 1 + next(20), 1 + next(20));
  const kind = next(5);
  if (kind === 0) return { ...plain, byRule: true };
  if (kind === 1) return { ...plain, target: { span: null, entity: 3, special: null } };
  return next(2) === 0 ? plain : { ...plain, target: { ...plain.target, entity: 1 + next(4) } };
}

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id;

it('spans are what the program sent, whichever are looked at and changed', () => {
  const next = numbers(11);
  for (let round = 0; round < 60; round += 1) {
    const model = new Map<number, SpanView>();
    for (let id = 1; id <= next(40); id += 1) model.set(id, anySpan(next, id));
    const spans = new Spans(spanRows([...model.values()]));
    for (let step = 0; step < 40; step += 1) {
      const id = 1 + next(45);
      const what = next(4);
      if (what === 0) {
        model.delete(id);
        spans.delete(id);
      } else if (what === 1) {
        const changed = anySpan(next, id);
        model.set(id, changed);
        spans.set(changed);
      } else if (what === 2) {
        expect(spans.get(id)).toEqual(model.get(id));
        expect(spans.get(id)).toBe(spans.get(id));
      } else {
        const known = model.get(id);
        expect([spans.has(id), spans.labelOf(id)]).toEqual([known !== undefined, known?.label]);
        const hull = known && { start: known.fragments[0]!.start, end: known.fragments.at(-1)!.end };
        expect(spans.hull(id)).toEqual(hull);
      }
      expect(spans.size).toBe(model.size);
    }
    const seen: { id: number; entity: number | null }[] = [];
    spans.each((id, _start, _end, _label, entity) => seen.push({ id, entity }));
    expect(seen.sort(byId)).toEqual([...model.values()].sort(byId).map(({ id, entity }) => ({ id, entity })));
  }
});

it('links are what the program sent, by head and by id, through any changes', () => {
  const next = numbers(5);
  for (let round = 0; round < 60; round += 1) {
    const model = new Map<number, LinkView>();
    for (let id = 1; id <= next(40); id += 1) model.set(id, anyLink(next, id));
    const links = new Links(linkRows([...model.values()]));
    for (let step = 0; step < 40; step += 1) {
      const id = 1 + next(45);
      const what = next(4);
      if (what === 0) {
        model.delete(id);
        links.delete(id);
      } else if (what === 1) {
        const changed = anyLink(next, id);
        model.set(id, changed);
        links.set(changed);
      } else if (what === 2) {
        expect(links.get(id)).toEqual(model.get(id));
      } else {
        // 0 is the id of none: it must not be taken for a row that is no longer valid.
        const head = next(22);
        const own = [...model.values()].filter((one) => one.head === head).sort(byId);
        expect(links.from(head)).toEqual(own);
      }
    }
  }
});

it('a span that nobody looked at is no object', () => {
  const spans = new Spans(spanRows([span(1, 'claim', 0, 5), { ...span(2, 'claim', 7, 9), note: 'why' }]));
  spans.hull(1);
  spans.each(() => undefined);
  expect([spans.made(1), spans.made(2)?.note]).toEqual([undefined, 'why']);
  spans.get(1);
  expect(spans.made(1)?.label).toBe('claim');
});
