import { expect, it } from 'vitest';
import { applyPatch, openArticle } from '../state/article';
import { article, patch, span } from '../testing/article';
import { scheme } from '../testing/scheme';
import { SpanIndex } from '../text/spans';
import { drawnSpans, labelsById } from './drawn';

const everywhere = { start: 0, end: 100 };
const shown = (index: SpanIndex) =>
  index
    .meeting(everywhere)
    .map(({ span: { id, label, number }, start, end }) => [id, label, number, start, end]);

it('spans are drawn as the open article has them, plain or not, also after it was read anew', () => {
  const pieces = [
    { start: 27, end: 31 },
    { start: 39, end: 49 },
  ];
  const view = () =>
    article({ spans: [span(1, 'claim', 0, 15), { ...span(3, 'claim', 27, 31), fragments: pieces }] });
  let open = openArticle(view(), scheme);
  const index = new SpanIndex();
  index.replace(drawnSpans(labelsById(scheme), () => open));
  const first = [
    [1, 'claim', '1', 0, 15],
    [3, 'claim', '2', 27, 31],
    [3, 'claim', '2', 39, 49],
  ];
  expect(shown(index)).toEqual(first);
  expect(open.spans.made(1)).toBeUndefined();
  // The same article read again is another object.
  open = openArticle(view(), scheme);
  open = applyPatch(open, patch({ spans: [span(2, 'speaker', 16, 20)], removedSpans: [1] }), scheme);
  index.apply([1, 2]);
  expect(shown(index)).toEqual([
    [2, 'speaker', undefined, 16, 20],
    [3, 'claim', '1', 27, 31],
    [3, 'claim', '1', 39, 49],
  ]);
});
