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
  /** Width of the column. */
  readonly width: number;
}

/** Offsets are below 2^26, so two of them are one exact number. */
const SHIFT = 2 ** 26;

/** Longer lines may be in the DOM in part, so that their rows move as the window does. */
const LONG_LINE = 5000;

/** A line of the text. */
export interface LinePlace {
  readonly from: number;
  readonly length: number;
}

/**
 * Where stretches of text stand, row by row. Asking the browser is the dear
 * part of drawing (about 40 µs a stretch in WebKitGTK), so answers are kept
 * for each line, from its own corner, until something changes its rows. Reads
 * the layout: only for the measure phase.
 */
export class Meter {
  private readonly known = new Map<number, Map<number, readonly Rectangle[]>>();
  private readonly corners = new Map<number, Origin>();
  private metrics: Metrics = { fontSize: 0, lineHeight: 0, leading: 0, ratio: 1, width: 0 };
  private stale = true;
  // One for all: every range alive makes each change of the page dearer.
  private readonly range = document.createRange();

  /** Fonts, zones or the text changed. */
  forget(): void {
    this.known.clear();
    this.stale = true;
  }

  /** Other lines are drawn now, or lines moved. */
  moved(view: EditorView): void {
    const { from, to } = view.viewport;
    for (const line of this.known.keys()) {
      const gone = line < from || line > to || line > view.state.doc.length;
      if (gone || view.state.doc.lineAt(line).length > LONG_LINE) this.known.delete(line);
    }
  }

  /** Before each drawing. */
  begin(view: EditorView): Metrics {
    this.corners.clear();
    const now = this.measure(view);
    const { fontSize, lineHeight, width } = this.metrics;
    if (this.stale || now.fontSize !== fontSize || now.lineHeight !== lineHeight || now.width !== width) {
      this.known.clear();
      const leading = this.measureLeading(view) ?? (now.lineHeight - now.fontSize * 1.2) / 2;
      this.metrics = { ...now, leading };
      this.stale = false;
    }
    return { ...this.metrics, ratio: now.ratio };
  }

  /**
   * The rows of a stretch of a line, from the scroller's content origin, if its
   * text is in the DOM; mixed directions give several on a row.
   */
  rows(view: EditorView, line: LinePlace, extent: Extent): Rectangle[] {
    const corner = this.corner(view, line);
    let stretches = this.known.get(line.from);
    if (!stretches) this.known.set(line.from, (stretches = new Map()));
    const key = extent.start * SHIFT + extent.end;
    let rows = stretches.get(key);
    if (!rows) stretches.set(key, (rows = this.ask(view, corner, extent)));
    const base = this.base(view);
    return rows.map((row) => moved(row, corner.left - base.left, corner.top - base.top));
  }

  /** A line's corner in client coordinates. */
  private corner(view: EditorView, line: LinePlace): Origin {
    let corner = this.corners.get(line.from);
    if (!corner) {
      const { node } = view.domAtPos(line.from, 1);
      const element = node instanceof Element ? node : node.parentElement;
      const box = (element?.closest('.cm-line') ?? view.contentDOM).getBoundingClientRect();
      this.corners.set(line.from, (corner = { left: box.left, top: box.top }));
    }
    return corner;
  }

  private base(view: EditorView): Origin {
    let base = this.corners.get(-1);
    if (!base) this.corners.set(-1, (base = origin(view)));
    return base;
  }

  private ask(view: EditorView, corner: Origin, extent: Extent): Rectangle[] {
    const first = view.domAtPos(extent.start, 1);
    const last = view.domAtPos(extent.end, -1);
    this.range.setStart(first.node, first.offset);
    this.range.setEnd(last.node, last.offset);
    const { leading, lineHeight } = this.metrics;
    return [...this.range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map((box) => moved(rowOf(box, leading, lineHeight), -corner.left, -corner.top));
  }

  private measure(view: EditorView): Metrics {
    const style = getComputedStyle(view.contentDOM);
    const fontSize = parseFloat(style.fontSize) || 16;
    return {
      fontSize,
      lineHeight: parseFloat(style.lineHeight) || fontSize * 1.75,
      leading: this.metrics.leading,
      ratio: (window.devicePixelRatio || 1) * (parseFloat(style.getPropertyValue('--zoom')) || 1),
      width: view.contentDOM.clientWidth,
    };
  }

  /** Read off a row, since browsers round its two halves differently. */
  private measureLeading(view: EditorView): number | null {
    for (const line of view.contentDOM.querySelectorAll('.cm-line')) {
      let text = line.firstChild;
      while (text instanceof Element) text = text.firstChild;
      if (!(text instanceof Text)) continue;
      this.range.setStart(text, 0);
      this.range.setEnd(text, 1);
      const [first] = this.range.getClientRects();
      if (first) return first.top - line.getBoundingClientRect().top;
    }
    return null;
  }
}

function moved({ left, top, right, bottom }: Rectangle, x: number, y: number): Rectangle {
  return { left: left + x, right: right + x, top: top + y, bottom: bottom + y };
}
