import type { Extension } from '@codemirror/state';
import { layer } from '@codemirror/view';
import { Drawing } from './drawing';
import { BoxMarker } from './markers';
import { Meter } from './meter';
import { rowsOf } from './paint';

/** The selection as rectangles over its text alone, right in every script. */
export function selectionRows(): Extension {
  // Of its own: what is selected changes too often to be kept beside the spans.
  const meter = new Meter();
  return layer({
    above: false,
    class: 'postil-selection',
    update: (update) => {
      const moved = update.geometryChanged || update.viewportChanged;
      if (moved) meter.moved(update.view);
      return moved || update.selectionSet;
    },
    markers: (view) => {
      const { from, to, empty } = view.state.selection.main;
      meter.forget();
      const rows = empty ? [] : rowsOf(view, meter, { start: from, end: to });
      // As one: CodeMirror takes an empty layer off the screen, and WebKit then
      // paints the whole column for a selection that came or went.
      return [new Drawing(rows.map((row) => new BoxMarker(row, 'postil-selected', 0, 'transparent')))];
    },
  });
}
