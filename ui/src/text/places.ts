import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, layer } from '@codemirror/view';
import type { Extent } from './extent';
import { BoxMarker } from './markers';
import { Meter } from './meter';
import { rowsOf } from './paint';

/** A stretch of text that is offered, and not marked. */
export interface Place extends Extent {
  /** `out` is one that was refused, `here` the one the keys act on. */
  readonly state: 'in' | 'out' | 'here' | 'here-out';
}

/** Shows other places than before; none hides them. */
export const placesChanged = StateEffect.define<readonly Place[]>();

const shown = StateField.define<readonly Place[]>({
  create: () => [],
  update: (value, transaction) =>
    transaction.effects.findLast((effect) => effect.is(placesChanged))?.value ?? value,
});

// One for all articles: the window keeps the rules of each.
const look = EditorView.theme({
  '.postil-place': {
    boxShadow: 'inset 0 0 0 1.5px var(--accent, light-dark(#2b59c3, #8fb0ff))',
    borderRadius: '3px',
  },
  '.postil-place.is-here, .postil-place.is-here-out': {
    boxShadow: 'inset 0 0 0 3px var(--accent, light-dark(#2b59c3, #8fb0ff))',
  },
  // Not by colour alone: what is left out has a broken line.
  '.postil-place.is-out, .postil-place.is-here-out': {
    boxShadow: 'none',
    border: '1.5px dashed var(--quiet, light-dark(#5c6370, #a8afbd))',
    boxSizing: 'border-box',
  },
  '.postil-place.is-here-out': { borderWidth: '3px' },
});

/** Places as outlined rectangles over their text alone. */
export function places(): Extension {
  const meter = new Meter();
  return [
    shown,
    layer({
      above: false,
      class: 'postil-places',
      update: (update) => {
        const moved = update.geometryChanged || update.viewportChanged;
        if (moved) meter.moved(update.view);
        return moved || update.startState.field(shown) !== update.state.field(shown);
      },
      markers: (view) => {
        const { from, to } = view.viewport;
        const near = view.state.field(shown).filter((place) => place.start < to && from < place.end);
        if (near.length === 0) return [];
        meter.forget();
        return near.flatMap((place) =>
          rowsOf(view, meter, place).map(
            (row) => new BoxMarker(row, `postil-place is-${place.state}`, place.start, 'transparent'),
          ),
        );
      },
    }),
    look,
  ];
}
