import { describe, expect, it } from 'vitest';
import { range } from './chosen';

describe('choosing several', () => {
  it('takes all between two, whichever comes first', () => {
    const listed = [4, 9, 2, 7];
    expect([...range(listed, 9, 7)]).toEqual([9, 2, 7]);
    expect([...range(listed, 7, 9)]).toEqual([9, 2, 7]);
    expect([...range(listed, 2, 2)]).toEqual([2]);
  });

  it('begins anew where the first one is not listed any more', () => {
    expect([...range([4, 9], 2, 9)]).toEqual([9]);
  });
});
