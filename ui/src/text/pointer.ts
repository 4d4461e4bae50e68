import { EditorSelection, type Extension } from '@codemirror/state';
import { EditorView, type MouseSelectionStyle } from '@codemirror/view';
import type { Boundaries } from './boundaries';
import type { Extent } from './extent';
import { lineAt } from './motion';

/**
 * Selecting with the mouse: dragging by grapheme cluster, a double click by
 * word, a triple click by line. `released` hears when the button is let go
 * after a drag or a double click.
 */
export function pointerSelection(boundaries: Boundaries, released: () => void): Extension {
  const unit = (view: EditorView, event: MouseEvent, clicks: number): Extent => {
    const { pos, assoc } = view.posAndSideAtCoords({ x: event.clientX, y: event.clientY }, false);
    const line = lineAt(view, pos);
    const end = line.from + line.text.length;
    if (clicks >= 3) return { start: line.from, end };
    if (clicks === 2) {
      return boundaries.word(line, assoc < 0 && pos > line.from ? pos - 1 : pos);
    }
    const place = boundaries.nearest(line, pos);
    return { start: place, end: place };
  };
  const style = (view: EditorView, event: MouseEvent): MouseSelectionStyle | null => {
    if (event.button !== 0) return null;
    const clicks = Math.min(event.detail, 3);
    const first = unit(view, event, clicks);
    const before = view.state.selection.main;
    return {
      get: (now, extend) => {
        const last = unit(view, now, clicks);
        const from = extend ? { start: before.anchor, end: before.anchor } : first;
        return last.start < from.start
          ? EditorSelection.single(from.end, last.start)
          : EditorSelection.single(from.start, last.end);
      },
      update: () => false,
    };
  };
  return [
    EditorView.mouseSelectionStyle.of(style),
    EditorView.domEventHandlers({
      // A press inside the selection begins a new one instead of dragging text away.
      mousedown(event, view) {
        const { main } = view.state.selection;
        if (event.button === 0 && event.detail === 1 && !event.shiftKey && !main.empty) {
          view.dispatch({ selection: { anchor: main.head } });
        }
        // A third click is about the line that the second one selected a word of.
        if (event.button === 0 && event.detail < 3) {
          view.dom.ownerDocument.addEventListener('mouseup', released, { once: true });
        }
        return false;
      },
      dragstart: (event) => {
        event.preventDefault();
        return true;
      },
    }),
  ];
}
