// What is done to a text before it is proposed as an article.

/** A longer text (in UTF-16 units) holds up the window when a text box lays all of it out. */
const LONGEST_IN_A_BOX = 100_000;
const BEGINNING = 10_000;

/** The beginning of a text that is too long for a text box; `null` for one that is not. */
export function beginning(text: string): string | null {
  return text.length > LONGEST_IN_A_BOX ? `${text.slice(0, BEGINNING).toWellFormed()}…` : null;
}

/** Half a character, as some programs put on the clipboard. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text without half characters, and how many there were. */
export function wellFormed(text: string): { text: string; replaced: number } {
  const replaced = text.isWellFormed() ? 0 : (text.match(LONE)?.length ?? 0);
  return { text: text.toWellFormed(), replaced };
}
