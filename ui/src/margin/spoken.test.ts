import { expect, it } from 'vitest';
import { openArticle } from '../state/article';
import { article, link, span } from '../testing/article';
import { scheme } from '../testing/scheme';
import { spoken } from './spoken';

const label = scheme.labels.find(({ id }) => id === 'claim');

/** What is heard of the first claim, without the isolates around what is quoted. */
function heard(changes: Parameters<typeof article>[0]): string {
  const opened = openArticle(article(changes), scheme);
  const claim = opened.spans.get(1);
  if (!label || !claim) throw new Error('no claim');
  return spoken(opened, scheme, label, claim).replace(/[\u2066-\u2069]/gu, '');
}

it('a claim is heard with its label, words, speakers and places', () => {
  const spans = [span(1, 'claim', 0, 15), span(2, 'speaker', 16, 20), span(3, 'place', 27, 31)];
  const links = [link(1, 'said_by', 1, 2), link(2, 'about', 1, 3)];
  expect(heard({ spans, links })).toBe('Claim 1: “It will rain,”. said by: Amal. about: Baku');
});

it('what is special or doubted is said, and an empty slot is not', () => {
  const spans = [{ ...span(1, 'claim', 0, 15), flags: ['unsure' as const] }];
  const author = {
    ...link(1, 'said_by', 1, 2),
    target: { span: null, entity: null, special: 'author' as const },
  };
  expect(heard({ spans, links: [author] })).toBe('Claim 1: “It will rain,”. Unsure. said by: the author');
  expect(heard({ spans, links: [] })).toBe('Claim 1: “It will rain,”. Unsure');
  const asked = [{ ...span(1, 'claim', 0, 15), question: 'Is this one?' }];
  expect(heard({ spans: asked, links: [] })).toBe('Claim 1: “It will rain,”. asked');
});
