import { expect, it } from 'vitest';
import { learned, taken } from './hand';

it('keeps the last values chosen for its own label alone', () => {
  const hand = taken('place');
  expect(learned(hand, 'claim', 'statement', 'fact')).toBe(hand);
  const literal = learned(hand, 'place', 'sense', 'literal');
  expect(literal.values).toEqual({ sense: 'literal' });
  const mixed = learned(literal, 'place', 'sense', 'mixed');
  expect(mixed.values).toEqual({ sense: 'mixed' });
  expect(learned(mixed, 'place', 'sense', null).values).toEqual({});
  expect(literal.values).toEqual({ sense: 'literal' });
});
