// A language in words, as sure as it is.

import type { LanguageView } from '../host/bindings';
import { isUnsure, shownTag } from '../state/language';
import { languageName } from '../words/languages';
import { say } from '../words/words';

const oneOf = new Intl.ListFormat('en', { type: 'disjunction' });

/** "Kazakh", "Kazakh?" where it is a guess, "Croatian, Bosnian, or Serbian?" where those are hard to tell apart. */
export function languageWords(language: LanguageView): string {
  const tag = shownTag(language);
  if (tag === null) return say('language-unknown');
  if (!isUnsure(language)) return languageName(tag);
  const languages = oneOf.format([tag, ...language.siblings].map(languageName));
  return say('language-guess', { language: languages });
}
