import { describe, expect, it } from 'vitest';
import type { SpanView } from '../host/bindings';
import { article, link, patch, span } from '../testing/article';
import { inTextOrder } from '../testing/rows';
import { scheme } from '../testing/scheme';
import { applyPatch, claimNumber, openArticle, quote } from './article';
import { mainField } from './fields';
import { linksOf, mentionsOf, targetName } from './target';

const opened = () => openArticle(article(), scheme);

describe('a patch', () => {
  it('gives a new article and leaves what it does not name', () => {
    const then = opened();
    const now = applyPatch(then, patch({ spans: [span(3, 'claim', 39, 49)] }), scheme);
    expect(now).not.toBe(then);
    expect(now.spans.size).toBe(3);
    expect(now.spans.get(2)?.entity).toBe(1);
    expect(now.claims).toEqual([1, 3]);
    expect(now.title).toBe('Rain');
  });

  it('numbers claims in text order', () => {
    const now = applyPatch(
      opened(),
      patch({ spans: [span(9, 'claim', 27, 37), span(8, 'claim', 39, 49)] }),
      scheme,
    );
    expect(now.claims.map((id) => claimNumber(now, id))).toEqual([1, 2, 3]);
    expect(claimNumber(now, 9)).toBe(2);
    expect(claimNumber(now, 2)).toBe(0);
  });

  it('takes away spans with the links that the patch names', () => {
    const now = applyPatch(opened(), patch({ removedSpans: [1], removedLinks: [1] }), scheme);
    expect(now.claims).toEqual([]);
    expect(now.links.from(1)).toEqual([]);
    expect(now.links.get(1)).toBeUndefined();
    expect(claimNumber(now, 1)).toBe(0);
  });

  it('moves a claim whose start or label changed', () => {
    const two = applyPatch(opened(), patch({ spans: [span(3, 'claim', 39, 49)] }), scheme);
    const moved = applyPatch(two, patch({ spans: [span(1, 'claim', 50, 58)] }), scheme);
    expect(moved.claims).toEqual([3, 1]);
    const relabelled = applyPatch(moved, patch({ spans: [span(3, 'place', 39, 49)] }), scheme);
    expect(relabelled.claims).toEqual([1]);
  });

  it('replaces a link in its slot', () => {
    const changed = { ...link(1, 'said_by', 1, 2), byRule: true };
    const now = applyPatch(opened(), patch({ links: [changed] }), scheme);
    expect(linksOf(now, 1, 'said_by')).toEqual([changed]);
  });

  it('keeps claims sorted through any changes', () => {
    let seed = 5;
    const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    let now = opened();
    for (let round = 0; round < 400; round += 1) {
      const id = 1 + next(20);
      const start = next(50);
      const changed = span(id, next(3) > 0 ? 'claim' : 'speaker', start, start + 1 + next(9));
      now = applyPatch(
        now,
        next(4) === 0 ? patch({ removedSpans: [id] }) : patch({ spans: [changed] }),
        scheme,
      );
      const claims: SpanView[] = [];
      now.spans.each((known, _start, _end, label) => {
        if (label === 'claim') claims.push(now.spans.get(known)!);
      });
      claims.sort(inTextOrder);
      expect(now.claims).toEqual(claims.map((known) => known.id));
      claims.forEach((known, index) => expect(claimNumber(now, known.id)).toBe(index + 1));
    }
  });
});

describe('words of a span', () => {
  it('join its pieces', () => {
    const pieces = {
      ...span(1, 'claim', 0, 3),
      fragments: [
        { start: 0, end: 3 },
        { start: 27, end: 31 },
      ],
    };
    expect(quote(opened(), pieces)).toBe('“It … Baku');
    expect(quote(opened(), pieces, 2)).toBe('“I');
    const family = '👨\u200d👩\u200d👧';
    const text = `Oh ${family} e\u0301!`;
    const whole = { ...pieces, fragments: [{ start: 0, end: text.length }] };
    const cut = (longest: number) => quote({ ...opened(), text }, whole, longest);
    expect([3, 5, 11, 13, 14].map(cut)).toEqual([
      'Oh ',
      'Oh ',
      `Oh ${family}`,
      `Oh ${family} `,
      `Oh ${family} e\u0301`,
    ]);
  });
});

describe('a target', () => {
  it('is called by its entity, else by its words', () => {
    const open = opened();
    expect(targetName(open, { span: 2, entity: null, special: null }).text).toBe('Amal Aziz');
    open.spans.set(span(2, 'speaker', 16, 20));
    expect(targetName(open, { span: 2, entity: null, special: null }).text).toBe('Amal');
    expect(targetName(open, { span: null, entity: null, special: 'author' }).special).toBe('author');
    expect(mentionsOf(opened(), 1)).toEqual([2]);
  });
});

describe('the main field', () => {
  it('is the first that is always shown and no rule fills', () => {
    const field = (label: string) => mainField(scheme.labels.find((known) => known.id === label))?.id;
    expect(field('claim')).toBe('statement');
    expect(field('place')).toBe('sense');
    expect(field('speaker')).toBe('mention');
    expect(field('skip')).toBeUndefined();
  });
});
