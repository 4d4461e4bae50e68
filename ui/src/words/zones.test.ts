import { expect, test } from 'vitest';
import { say } from './words';

const said = (count: number) =>
  say('said-zone-accepted', { kind: 'headline', count, next: 'byline', reason: 'position' }).replace(
    /[\u2068\u2069]/gu,
    '',
  );

test('what is proposed next is said with its reason', () => {
  expect(said(3)).toBe(
    'Accepted: headline. Next of 3: byline (by where it stands). Shift+B accepts, Alt+B refuses.',
  );
  expect(said(1)).toContain('The last one: byline (by where it stands)');
  expect(said(0)).toBe('Accepted: headline. Nothing more is proposed here.');
});
