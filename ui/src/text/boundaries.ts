import type { Extent } from './extent';

/** Boundaries of one line as the program sends them (offsets over the article). */
export interface LineBoundaries {
  /** Line number from 0. */
  readonly line: number;
  /** Word boundaries, the line's ends included. */
  readonly words: readonly number[];
  /** For each piece between two word boundaries: whether it is a word. */
  readonly isWord: readonly boolean[];
  /** Graphemes of more than one unit; all others are one unit long. */
  readonly clusters: readonly { readonly start: number; readonly end: number }[];
}

/** A line of the text: its number from 0, where it starts, and its units. */
export interface TextLine {
  readonly number: number;
  readonly from: number;
  readonly text: string;
}

/**
 * The boundaries known so far. Where a line's have not come yet, a code point
 * is a cluster and a run without spaces is a word.
 */
export class Boundaries {
  private readonly lines = new Map<number, LineBoundaries>();
  private readonly asked = new Set<number>();

  set(lines: Iterable<LineBoundaries>): void {
    for (const line of lines) this.lines.set(line.line, line);
  }

  clear(): void {
    this.lines.clear();
    this.asked.clear();
  }

  /**
   * What to ask for so that an inclusive range of lines becomes known; lines
   * asked for once are not asked for again until `clear`.
   */
  ask(first: number, last: number): { first: number; last: number } | null {
    const settled = (line: number): boolean => this.lines.has(line) || this.asked.has(line);
    let from = first;
    let to = last;
    while (from <= to && settled(from)) from++;
    while (to >= from && settled(to)) to--;
    for (let line = from; line <= to; line++) this.asked.add(line);
    return from <= to ? { first: from, last: to } : null;
  }

  /** The cluster that holds `position` strictly inside, or `null`. */
  cluster(line: TextLine, position: number): Extent | null {
    const known = this.lines.get(line.number);
    if (known) {
      const found = known.clusters[upper(known.clusters, position) - 1];
      return found && found.start < position && position < found.end ? found : null;
    }
    const at = position - line.from;
    const low = isHigh(line.text.charCodeAt(at - 1)) && isLow(line.text.charCodeAt(at));
    return low ? { start: position - 1, end: position + 1 } : null;
  }

  /** The nearest place that cuts no cluster. */
  nearest(line: TextLine, position: number): number {
    const cut = this.cluster(line, position);
    if (!cut) return position;
    return position - cut.start < cut.end - position ? cut.start : cut.end;
  }

  /** The next place in this direction that cuts no cluster; `position` itself if it cuts none. */
  onward(line: TextLine, position: number, forward: boolean): number {
    const cut = this.cluster(line, position);
    if (!cut) return position;
    return forward ? cut.end : cut.start;
  }

  /** The piece between word boundaries that holds the unit at `position` (or before it, at the line's end). */
  word(line: TextLine, position: number): Extent {
    const pieces = this.pieces(line);
    const piece = pieces.find(({ end }) => position < end) ?? pieces.at(-1);
    return piece ? { start: piece.start, end: piece.end } : { start: line.from, end: line.from };
  }

  /**
   * Where a step by word leads within a line: forward to the end of the next
   * word, backward to the start of the one before; `null` past the last.
   */
  wordStep(line: TextLine, position: number, forward: boolean): number | null {
    const words = this.pieces(line).filter((piece) => piece.word);
    if (forward) return words.find(({ end }) => end > position)?.end ?? null;
    return words.findLast(({ start }) => start < position)?.start ?? null;
  }

  private pieces(line: TextLine): (Extent & { word: boolean })[] {
    const known = this.lines.get(line.number);
    if (known) {
      return known.words.slice(1).map((end, at) => ({
        start: known.words[at] ?? end,
        end,
        word: known.isWord[at] ?? false,
      }));
    }
    return [...line.text.matchAll(/\s+|\S+/gu)].map((match) => ({
      start: line.from + match.index,
      end: line.from + match.index + match[0].length,
      word: !/^\s/u.test(match[0]),
    }));
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** How many extents start before `position`. */
function upper(extents: readonly Extent[], position: number): number {
  let low = 0;
  let high = extents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((extents[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
