// What stands before a place in a line that is cut at its end: little enough
// for the place to be seen.

/** In letters of which an ideograph is as wide as two. */
const ROOM = 28;

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{20000}-\u{3ffff}]/u;

/** The end of what stands before; all of it where there is room. */
export function shortBefore(before: string): string {
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(before)];
  let room = ROOM;
  let from = letters.length;
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    room -= wide.test(letters[at]?.segment ?? '') ? 2 : 1;
    if (room < 0) break;
    from = at;
  }
  return from === 0
    ? before
    : `…${letters
        .slice(from)
        .map(({ segment }) => segment)
        .join('')}`;
}
