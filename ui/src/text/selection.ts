import type { Extension } from '@codemirror/state';
import { layer } from '@codemirror/view';
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
      if (empty) return [];
      meter.forget();
      return rowsOf(view, meter, { start: from, end: to }).map(
        (row) => new BoxMarker(row, 'postil-selected', 0, 'transparent'),
      );
    },
  });
}
