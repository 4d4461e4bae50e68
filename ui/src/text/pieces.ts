/**
 * The editor puts at most 512 units into one text node and cuts wherever that
 * falls, which tears emoji and joined letters apart. Lines that long are cut
 * by us before, where nothing joins.
 */
const LIMIT = 480;

/** Between two words, or else between letters that stand alone. */
const SPACE = /\s/u;
const JOINS_BEFORE =
  /^(?:\p{M}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200c|\u200d|[\u{e0020}-\u{e007f}])/u;
const JOINS_AFTER = /(?:\p{M}|\p{Regional_Indicator}|\u200c|\u200d)$/u;
/** Scripts that write without spaces and join nothing across letters. */
const ALONE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{P}]/u;

/** Places within a line (units from its start, both ends left out) at which to cut it. */
export function cuts(text: string): number[] {
  const places: number[] = [];
  for (let from = 0; text.length - from > LIMIT;) {
    from = cut(text, from, from + LIMIT);
    places.push(from);
  }
  return places;
}

function cut(text: string, from: number, limit: number): number {
  for (let at = limit; at > from; at--) if (SPACE.test(text.charAt(at - 1))) return at;
  for (let at = limit; at > from; at--) if (parted(text, at) && ALONE.test(text.slice(at, at + 2))) return at;
  for (let at = limit; at > from; at--) if (parted(text, at)) return at;
  return limit;
}

function parted(text: string, at: number): boolean {
  const low = text.charCodeAt(at);
  if (low >= 0xdc00 && low < 0xe000) return false;
  return !JOINS_BEFORE.test(text.slice(at, at + 2)) && !JOINS_AFTER.test(text.slice(at - 2, at));
}
