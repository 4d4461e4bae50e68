// Choosing the language of an article or of one paragraph.

import { matchingOffers, offers, paragraphAt, type Nearness } from '../state/language';
import { LONGEST, type Choice, type Purpose } from '../state/list';
import type { Program } from '../state/program.svelte';
import { say } from '../words/words';

type LanguagePurpose = Extract<Purpose, { kind: 'language' }>;

/** Opens the list for the paragraph at the caret, or for the whole article. */
export async function openLanguages(program: Program, of: 'paragraph' | 'article'): Promise<void> {
  const { article } = program;
  if (!article) return;
  const position = program.surface?.caret() ?? program.caret;
  const paragraph = of === 'paragraph' ? paragraphAt(article, position) : null;
  if (of === 'paragraph' && !paragraph) return program.tell('problem-no-paragraph', {}, true);
  const caret = of === 'paragraph' ? position : null;
  const answer = await program.ask('language_choices', { document: article.id, caret });
  if (!answer || program.article?.id !== article.id) return;
  const { byHand } = paragraph?.language ?? article.language;
  const purpose: LanguagePurpose = {
    kind: 'language',
    caret,
    byHand,
    offers: offers(answer, article, program.articles.languages),
  };
  program.list = { purpose, query: '', choices: languageChoices(purpose, ''), highlighted: 0 };
}

const NEARNESS: { readonly [near in Exclude<Nearness, null>]: () => string } = {
  likely: () => say('language-likely'),
  here: () => say('language-here'),
  project: () => say('language-project'),
  typed: () => say('language-typed'),
};

/** What was chosen by hand can be given back to the detector. */
export function languageChoices({ offers: all, byHand }: LanguagePurpose, query: string): Choice[] {
  const plain = {
    target: { span: null, entity: null, special: null },
    near: 'special',
    kind: null,
    role: '',
    mentions: null,
    isNew: false,
  };
  const back: Choice[] =
    byHand && query.trim() === ''
      ? [{ ...plain, title: say('language-detect'), language: { tag: null, detail: '' } }]
      : [];
  const found = matchingOffers(all, query).slice(0, LONGEST - back.length);
  return [
    ...back,
    ...found.map(({ tag, name, own, near }) => ({
      ...plain,
      title: name,
      language: { tag, detail: [own, tag, near && NEARNESS[near]()].filter(Boolean).join(' · ') },
    })),
  ];
}

export async function chooseLanguage(program: Program, { caret }: LanguagePurpose, tag: string | null) {
  const document = program.article?.id;
  if (document !== undefined) await program.edit('choose_language', { document, caret, tag });
}
