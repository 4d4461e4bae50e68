import { expect, it } from 'vitest';
import { fitting } from './vocabulary';

const used = ['Energy', 'health', 'Новая энергия', 'new energy'].map((word, index) => ({
  word,
  count: 9 - index,
}));
const words = (typed: string) => fitting(used, typed).map(({ word }) => word);

it('offers all words at first, in the order of their use', () => {
  expect(words('')).toEqual(['Energy', 'health', 'Новая энергия', 'new energy']);
});

it('offers what begins with the letters before what has them inside', () => {
  expect(words('ENE')).toEqual(['Energy', 'new energy']);
  expect(words('н')).toEqual(['Новая энергия']);
  expect(words('n')).toEqual(['new energy', 'Energy']);
  expect(words('zeal')).toEqual([]);
});

it('offers no more than are read', () => {
  const many = Array.from({ length: 50 }, (_, index) => ({ word: `w${index}`, count: 1 }));
  expect(fitting(many, 'w')).toHaveLength(12);
});
