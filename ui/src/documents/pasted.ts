// What is done to a text before it is proposed as an article.

/** Half a character, as some programs put on the clipboard. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without half characters, and how many there were. */
export function wellFormed(text: string): { text: string; replaced: number } {
  const replaced = text.isWellFormed() ? 0 : (text.match(LONE)?.length ?? 0);
  return { text: text.toWellFormed(), replaced };
}
