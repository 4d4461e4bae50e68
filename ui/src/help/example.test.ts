import { describe, expect, it } from 'vitest';
import { bracketed } from './example';

const shown = (example: string) =>
  bracketed(example).map(({ text, marked }) => (marked ? `<${text}>` : text));

describe('an example', () => {
  it('marks what stands in square brackets', () => {
    expect(shown('[“Wir bleiben,”] sagte [Amal].')).toEqual(['<“Wir bleiben,”>', ' sagte ', '<Amal>', '.']);
  });

  it('marks what lies in two brackets once', () => {
    expect(shown('[she said [it rains]]')).toEqual(['<she said it rains>']);
  });

  it('takes brackets without a partner for letters', () => {
    expect(shown('a ] b [ c')).toEqual(['a ] b [ c']);
    expect(shown('')).toEqual([]);
  });
});
