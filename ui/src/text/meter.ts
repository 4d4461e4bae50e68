import { Direction, type EditorView } from '@codemirror/view';
import type { Extent } from './extent';
import { type Rectangle, rowOf } from './rectangles';

/** Where the scroller's content begins, in client coordinates. */
export interface Origin {
  readonly left: number;
  readonly top: number;
}

export function origin(view: EditorView): Origin {
  const scroller = view.scrollDOM;
  const box = scroller.getBoundingClientRect();
  const left =
    view.textDirection === Direction.LTR ? box.left : box.right - scroller.clientWidth * view.scaleX;
  return {
    left: left - scroller.scrollLeft * view.scaleX,
    top: box.top - scroller.scrollTop * view.scaleY,
  };
}

/** Lengths of the text's rows, in CSS pixels. */
export interface Metrics {
  readonly fontSize: number;
  readonly lineHeight: number;
  /** How far text begins below its row's top. */
  readonly leading: number;
  /** Device pixels in a CSS pixel. */
  readonly ratio: number;
}

/** Offsets are below 2^26, so two of them are one exact number. */
const SHIFT = 2 ** 26;

/**
 * Where stretches of text stand, row by row. Asking the browser is the dear
 * part of drawing (about 40 µs a stretch in WebKitGTK), so answers are kept
 * until the layout changes. Reads the layout: only for the measure phase.
 */
export class Meter {
  private readonly known = new Map<number, readonly Rectangle[]>();
  private measured: Metrics | null = null;
  private base: Origin = { left: 0, top: 0 };
  // One for all: every range alive makes each change of the page dearer.
  private readonly range = document.createRange();

  /** The layout changed. */
  forget(): void {
    this.known.clear();
    this.measured = null;
  }

  /** Before each drawing: where the content begins now. */
  begin(view: EditorView): Metrics {
    this.base = origin(view);
    this.measured ??= this.measure(view);
    return this.measured;
  }

  /** The rows of a stretch whose text is in the DOM; mixed directions give several on a row. */
  rows(view: EditorView, extent: Extent): readonly Rectangle[] {
    const key = extent.start * SHIFT + extent.end;
    let rows = this.known.get(key);
    if (!rows) {
      rows = this.ask(view, extent);
      this.known.set(key, rows);
    }
    return rows;
  }

  private ask(view: EditorView, extent: Extent): Rectangle[] {
    const { leading, lineHeight } = this.measured ?? this.begin(view);
    const first = view.domAtPos(extent.start, 1);
    const last = view.domAtPos(extent.end, -1);
    this.range.setStart(first.node, first.offset);
    this.range.setEnd(last.node, last.offset);
    const { left, top } = this.base;
    return [...this.range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map((box) =>
        rowOf(
          { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top },
          leading,
          lineHeight,
        ),
      );
  }

  private measure(view: EditorView): Metrics {
    const style = getComputedStyle(view.contentDOM);
    const fontSize = parseFloat(style.fontSize) || 16;
    const lineHeight = parseFloat(style.lineHeight) || fontSize * 1.75;
    const leading = this.measureLeading(view) ?? (lineHeight - fontSize * 1.2) / 2;
    return { fontSize, lineHeight, leading, ratio: window.devicePixelRatio || 1 };
  }

  /** Read off a row, since browsers round its two halves differently. */
  private measureLeading(view: EditorView): number | null {
    for (const line of view.contentDOM.querySelectorAll('.cm-line')) {
      const text = line.firstChild;
      if (!(text instanceof Text)) continue;
      this.range.setStart(text, 0);
      this.range.setEnd(text, 1);
      const [first] = this.range.getClientRects();
      if (first) return first.top - line.getBoundingClientRect().top;
    }
    return null;
  }
}
