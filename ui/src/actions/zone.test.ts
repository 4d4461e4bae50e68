import { expect, test } from 'vitest';
import type { ZoneView } from '../host/bindings';
import { openArticle } from '../state/article';
import { article as view } from '../testing/article';
import { scheme } from '../testing/scheme';
import { nextProposed, proposedAt, zoneOn } from './zone';

const zone = (id: number, start: number, end: number, state: ZoneView['state']): ZoneView => ({
  id,
  range: { start, end },
  kind: 'skip',
  state,
  reason: 'menu',
});

const article = openArticle(
  view({ zones: [zone(3, 20, 30, 'proposed'), zone(1, 0, 10, 'proposed'), zone(2, 10, 15, 'accepted')] }),
  scheme,
);

test('what is proposed at the caret is found at both ends, and what begins there goes first', () => {
  expect(proposedAt(article, 0)?.id).toBe(1);
  expect(proposedAt(article, 10)?.id).toBe(1);
  expect(proposedAt(article, 12)).toBeUndefined();
  expect(proposedAt(article, 20)?.id).toBe(3);
});

test('the next proposed zone comes round to the first', () => {
  expect(nextProposed(article, 12)?.id).toBe(3);
  expect(nextProposed(article, 25)?.id).toBe(1);
});

test('a selection lies on the zone that is still proposed', () => {
  expect(zoneOn(article, { start: 8, end: 12 })?.id).toBe(1);
  expect(zoneOn(article, { start: 11, end: 12 })?.id).toBe(2);
  expect(zoneOn(article, { start: 15, end: 20 })).toBeUndefined();
});
