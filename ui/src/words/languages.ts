// Languages by name, in the language of the window.

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** Languages offered first to a person who chooses; any other detected one is added. */
export const COMMON: readonly string[] =
  `ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko
  ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru sd si sk sl sq sr sv sw ta te tg th tk tl tr ug uk
  ur uz vi zh zh-Hans zh-Hant`.split(/\s+/u);

export function languageName(tag: string): string {
  if (tag === 'und') return '';
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What its speakers call it; empty where that is not known. */
export function ownName(tag: string): string {
  try {
    const own = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag);
    return own && own !== languageName(tag) ? own : '';
  } catch {
    return '';
  }
}

/** Tags with names, in the order of their names. */
export function languageChoices(...also: (string | null)[]): { tag: string; name: string }[] {
  const tags = new Set(COMMON);
  for (const tag of also) if (tag && tag !== 'und') tags.add(tag);
  return [...tags]
    .map((tag) => ({ tag, name: languageName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
