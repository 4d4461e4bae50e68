import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, layer } from '@codemirror/view';
import type { Extent } from './extent';
import { BoxMarker } from './markers';
import { Meter } from './meter';
import { rowsOf } from './paint';

/** What was found, in text order, and which of it was gone to (-1: none). */
export interface Hits {
  readonly ranges: readonly Extent[];
  readonly at: number;
}

const NONE: Hits = { ranges: [], at: -1 };

export const hitsChanged = StateEffect.define<Hits>();

const shown = StateField.define<Hits>({
  create: () => NONE,
  update: (hits, transaction) =>
    transaction.effects.reduce((now, effect) => (effect.is(hitsChanged) ? effect.value : now), hits),
});

/** Where in a sorted list the first range is that ends behind a position. */
export function firstBehind(ranges: readonly Extent[], position: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Outlines what was found; only what is near the window is measured. */
export function hits(): Extension {
  const meter = new Meter();
  const boxes = layer({
    above: false,
    class: 'postil-hits',
    update: (update) => {
      const moved = update.geometryChanged || update.viewportChanged;
      if (moved) meter.moved(update.view);
      const changed = update.startState.field(shown, false) !== update.state.field(shown);
      return changed || (moved && update.state.field(shown).ranges.length > 0);
    },
    markers: (view) => {
      const { ranges, at } = view.state.field(shown);
      const { from, to } = view.viewport;
      const markers: BoxMarker[] = [];
      if (ranges.length > 0) meter.forget();
      for (let index = firstBehind(ranges, from); index < ranges.length; index += 1) {
        const range = ranges[index];
        if (!range || range.start >= to) break;
        const className = index === at ? 'postil-hit is-current' : 'postil-hit';
        for (const row of rowsOf(view, meter, range)) {
          markers.push(new BoxMarker(row, className, 0, 'transparent'));
        }
      }
      return markers;
    },
  });
  return [shown, boxes, look];
}

const accent = 'var(--accent, light-dark(#2b59c3, #8fb0ff))';
const look = EditorView.theme({
  '.postil-hit': { boxShadow: `inset 0 0 0 1px ${accent}`, borderRadius: '2px' },
  '.postil-hit.is-current': {
    background: 'var(--selection, light-dark(#3b73f04d, #7ea6ff55))',
    boxShadow: `inset 0 0 0 2px ${accent}`,
  },
});
