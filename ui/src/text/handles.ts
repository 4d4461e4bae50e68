import { type Extension, StateEffect } from '@codemirror/state';
import { Direction, EditorView, layer } from '@codemirror/view';
import type { Boundaries } from './boundaries';
import type { Extent } from './extent';
import { BoxMarker } from './markers';
import { Meter, origin } from './meter';
import { lineAt } from './motion';
import { rowsOf } from './paint';
import { holds, type Rectangle } from './rectangles';
import type { DrawnSpan } from './spans';

export type Edge = 'start' | 'end';

/** Whose ends can be dragged, and who hears where they were let go. */
export interface HandleOwner {
  span(): DrawnSpan | null;
  released(span: number, fragment: number, extent: Extent): void;
}

interface Handle {
  readonly span: DrawnSpan;
  readonly fragment: number;
  readonly edge: Edge;
  /** The text's edge, from the scroller's content origin. */
  readonly stem: Rectangle;
  readonly knob: Rectangle;
}

interface Drag {
  readonly handle: Handle;
  readonly from: Extent;
  readonly now: Extent;
  /** From the text's edge to where the pointer took hold, in CSS pixels. */
  readonly held: { readonly x: number; readonly y: number };
}

const KNOB = 9;
/** The pointer may miss the knob by this much. */
const SLACK = 2;
/** An end this near to a word's edge goes there, in CSS pixels; Alt keeps it from that. */
const SNAP = 6;

/** The editor's class while an end is dragged: keys wait, and Escape only lets go. */
export const DRAGGING = 'is-dragging';

const moved = StateEffect.define<null>();

/** A fragment after one of its ends was dragged somewhere; as it was where nothing would be left. */
export function dragged(from: Extent, edge: Edge, position: number): Extent {
  const to = edge === 'start' ? { ...from, start: position } : { ...from, end: position };
  return to.start < to.end ? to : from;
}

/** The nearest of the edges that is within reach, else the position itself. */
export function snapped(
  position: number,
  x: number,
  edges: readonly { readonly at: number; readonly x: number }[],
): number {
  const [nearest] = edges
    .map((edge) => ({ at: edge.at, away: Math.abs(edge.x - x) }))
    .filter(({ away }) => away <= SNAP)
    .sort((a, b) => a.away - b.away);
  return nearest?.at ?? position;
}

// One for all articles: the window keeps the rules of each.
const look = EditorView.theme({
  '.postil-handles': { pointerEvents: 'none' },
  '.postil-handle-stem': { background: 'var(--accent, light-dark(#2b59c3, #8fb0ff))' },
  '.postil-handle': {
    boxSizing: 'border-box',
    border: '2px solid var(--accent, light-dark(#2b59c3, #8fb0ff))',
    borderRadius: '50%',
    background: 'var(--article-paper, light-dark(#fff, #16181d))',
  },
  '.is-over-handle .cm-content': { cursor: 'ew-resize' },
});

/** Small handles at both ends of each fragment of one span, below its text. */
export function handles(boundaries: Boundaries, owner: HandleOwner): Extension {
  const meter = new Meter();
  let drawn: readonly Handle[] = [];
  let drag: Drag | null = null;

  const at = (view: EditorView, event: MouseEvent): Handle | undefined => {
    const base = origin(view);
    return drawn.find(({ knob }) => holds(grown(knob), event.clientX - base.left, event.clientY - base.top));
  };

  const begin = (view: EditorView, handle: Handle, event: MouseEvent): void => {
    const from = handle.span.fragments[handle.fragment];
    if (!from) return;
    const base = origin(view);
    const middle = (handle.stem.top + handle.stem.bottom) / 2;
    const held = {
      x: event.clientX - base.left - handle.stem.left - 1,
      y: event.clientY - base.top - middle,
    };
    drag = { handle, from, now: from, held };
    view.dom.classList.add(DRAGGING);
    const { defaultView } = view.dom.ownerDocument;
    const follow = (later: MouseEvent): void => {
      if (later.buttons === 0) leave(false);
      else if (drag) {
        drag = { ...drag, now: dragged(drag.from, handle.edge, place(view, drag, later)) };
        view.dispatch({ effects: moved.of(null) });
      }
    };
    const leave = (keep: boolean): void => {
      defaultView?.removeEventListener('mousemove', follow);
      defaultView?.removeEventListener('mouseup', release);
      defaultView?.removeEventListener('keydown', escape, true);
      const last = drag;
      drag = null;
      view.dom.classList.remove(DRAGGING);
      view.dispatch({ effects: moved.of(null) });
      const changed = last && (last.now.start !== from.start || last.now.end !== from.end);
      if (keep && changed) owner.released(handle.span.id, handle.fragment, last.now);
    };
    const release = (): void => leave(true);
    const escape = (key: KeyboardEvent): void => {
      if (key.key === 'Escape') leave(false);
    };
    defaultView?.addEventListener('mousemove', follow);
    defaultView?.addEventListener('mouseup', release);
    defaultView?.addEventListener('keydown', escape, true);
  };

  const place = (view: EditorView, { held }: Drag, event: MouseEvent): number => {
    const x = event.clientX - held.x;
    const found = view.posAtCoords({ x, y: event.clientY - held.y }, false);
    const line = lineAt(view, found);
    const position = boundaries.nearest(line, found);
    if (event.altKey) return position;
    const word = boundaries.word(line, position);
    const edges = [
      { at: word.start, x: view.coordsAtPos(word.start, 1)?.left ?? Infinity },
      { at: word.end, x: view.coordsAtPos(word.end, -1)?.left ?? Infinity },
    ];
    return snapped(position, x, edges);
  };

  return [
    layer({
      above: true,
      class: 'postil-handles',
      update: (update) => {
        const moves = update.geometryChanged || update.viewportChanged;
        if (moves) meter.moved(update.view);
        return moves || update.transactions.some(({ effects }) => effects.length > 0);
      },
      markers: (view) => {
        const span = owner.span();
        drawn = span ? handlesOf(view, span) : [];
        const markers = drawn.flatMap(({ knob, stem, edge }, index) => [
          new BoxMarker(stem, 'postil-handle-stem', index, 'transparent'),
          new BoxMarker(knob, `postil-handle is-${edge}`, index, 'transparent'),
        ]);
        if (!drag) return markers;
        meter.forget();
        const rows = rowsOf(view, meter, drag.now);
        return [
          ...markers,
          ...rows.map((row) => new BoxMarker(row, 'postil-place is-in', -1, 'transparent')),
        ];
      },
    }),
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const handle = event.button === 0 && event.detail < 2 ? at(view, event) : undefined;
        if (!handle) return false;
        begin(view, handle, event);
        return true;
      },
      mousemove(event, view) {
        view.scrollDOM.classList.toggle('is-over-handle', drag !== null || at(view, event) !== undefined);
        return false;
      },
    }),
    look,
  ];
}

function grown({ left, right, top, bottom }: Rectangle): Rectangle {
  return { left: left - SLACK, right: right + SLACK, top: top - SLACK, bottom: bottom + SLACK };
}

function handlesOf(view: EditorView, span: DrawnSpan): Handle[] {
  return span.fragments.flatMap((fragment, index) =>
    (['start', 'end'] as const).flatMap((edge) => {
      const handle = handleOf(view, fragment, edge);
      return handle ? [{ span, fragment: index, edge, ...handle }] : [];
    }),
  );
}

/** The knob lies outside of the text's end, so that those of a single letter do not meet. */
function handleOf(
  view: EditorView,
  fragment: Extent,
  edge: Edge,
): { stem: Rectangle; knob: Rectangle } | null {
  const position = fragment[edge];
  const inside = edge === 'start' ? position : position - 1;
  if (!view.visibleRanges.some(({ from, to }) => from <= inside && inside < to)) return null;
  const place = view.coordsAtPos(position, edge === 'start' ? 1 : -1);
  if (!place) return null;
  const base = origin(view);
  const x = Math.round(place.left - base.left);
  const line = view.state.doc.lineAt(inside);
  const run = view.bidiSpans(line).find(({ to }) => inside - line.from < to);
  const leftward = (run?.dir === Direction.RTL) !== (edge === 'start');
  const top = place.top - base.top;
  const bottom = place.bottom - base.top;
  const left = leftward ? x - KNOB : x;
  return {
    stem: { left: x - 1, right: x + 1, top, bottom },
    knob: { left, right: left + KNOB, top: bottom - 1, bottom: bottom - 1 + KNOB },
  };
}
