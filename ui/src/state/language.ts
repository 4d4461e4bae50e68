// Languages of the article on screen, and which are offered to choose from.

import type { LanguageChoices, LanguageView, ParagraphView } from '../host/bindings';
import { languageName, ownName } from '../words/languages';
import type { OpenArticle } from './article';

/** The tag that is shown for a language: the best guess where the program abstains. */
export const shownTag = ({ tag, guess }: LanguageView): string | null => (tag === 'und' ? guess : tag);

export const isUnsure = (language: LanguageView): boolean => language.tag === 'und';

/** The paragraph that holds a position, by binary search: paragraphs are in text order. */
export function paragraphAt({ paragraphs }: OpenArticle, position: number): ParagraphView | null {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((paragraphs[middle]?.range.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  const found = paragraphs[low];
  return found && found.range.start <= position && position <= found.range.end ? found : null;
}

/** Whether a paragraph is shown to be in another language than its article. */
export function differs(article: OpenArticle, { language }: ParagraphView): boolean {
  const tag = shownTag(language);
  return tag !== null && tag !== shownTag(article.language);
}

/** Why a language is offered before others. */
export type Nearness = 'likely' | 'here' | 'project' | 'typed' | null;

export interface Offer {
  readonly tag: string;
  readonly name: string;
  readonly own: string;
  readonly near: Nearness;
}

/** Languages by how near they are: what the text may be in, what stands in the article, in the project. */
export function offers(
  { close, known }: LanguageChoices,
  article: OpenArticle,
  project: readonly string[],
): Offer[] {
  const offered = new Map<string, Nearness>();
  const offer = (tags: readonly (string | null)[], near: Nearness) => {
    for (const tag of tags) if (tag && tag !== 'und' && !offered.has(tag)) offered.set(tag, near);
  };
  offer(close, 'likely');
  offer(byNumber(article.paragraphs.map(({ language }) => shownTag(language))), 'here');
  offer(byNumber(project), 'project');
  offer(
    [...known].sort((a, b) => languageName(a).localeCompare(languageName(b), 'en')),
    null,
  );
  return [...offered].map(([tag, near]) => ({ tag, name: languageName(tag), own: ownName(tag), near }));
}

/** The most frequent first. */
function byNumber(tags: readonly (string | null)[]): string[] {
  return [...countTags(tags)].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
}

export function countTags(tags: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tag of tags) if (tag) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();

/** Offers by name, own name or tag; what begins so comes first, the tag itself before all. */
export function matchingOffers(all: readonly Offer[], query: string): Offer[] {
  const typed = fold(query);
  if (typed === '') return [...all];
  const rank = ({ tag, name, own }: Offer): number => {
    if (tag.toLowerCase() === typed) return 0;
    const names = [fold(name), fold(own)];
    if (names.some((known) => known.startsWith(typed))) return 1;
    if (tag.toLowerCase().startsWith(typed)) return 2;
    return names.some((known) => known.includes(typed)) ? 3 : 4;
  };
  const found = all
    .map((offer) => ({ offer, place: rank(offer) }))
    .filter(({ place }) => place < 4)
    .sort((a, b) => a.place - b.place)
    .map(({ offer }) => offer);
  const tag = query.trim();
  // A tag that no detector knows is a person's to give: "sco", "en-GB".
  if (found[0]?.tag !== tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(tag)) {
    const other = languageName(tag);
    if (other !== tag) found.push({ tag, name: other, own: ownName(tag), near: 'typed' });
  }
  return found;
}
