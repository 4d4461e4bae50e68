import { describe, expect, it } from 'vitest';
import { shortBefore } from './context';

describe('what stands before a place', () => {
  it('is kept where there is room for it and the place', () => {
    expect(shortBefore('')).toBe('');
    expect(shortBefore('They met in ')).toBe('They met in ');
    expect(shortBefore('渡轮连接')).toBe('渡轮连接');
  });

  it('loses its beginning where the place would be cut off', () => {
    expect(shortBefore('The ferry between the islands and ')).toBe('…rry between the islands and ');
    expect(shortBefore('连日少雨令云澜江水位降至十二年来最低，连接')).toBe('…江水位降至十二年来最低，连接');
  });

  it('never cuts a letter', () => {
    expect(shortBefore(`x${'क्षि'.repeat(30)}`)).toBe(`…${'क्षि'.repeat(28)}`);
  });
});
