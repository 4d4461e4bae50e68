// What is stated of an article besides its title, before it is added.

export type Metadata = { readonly [name in string]?: string };

/**
 * What the fields hold: a person's word first, then what the page says of
 * itself, then what the lines of the text say.
 */
export function shownMetadata(typed: Metadata, page: Metadata, text: Metadata): Metadata {
  return { ...text, ...page, ...typed };
}

/** What is added: nothing that is empty. */
export function statedMetadata(shown: Metadata): { [name in string]: string } {
  const stated: { [name in string]: string } = {};
  for (const [name, value] of Object.entries(shown)) {
    const kept = value?.trim();
    if (kept) stated[name] = kept;
  }
  return stated;
}
