// Zones that begin or end inside a line, such as a list glued to the last sentence.

import { type Extension, type Line, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Extent } from './extent';

/** A part of the page that is not, or specially is, the article. */
export interface Zone extends Extent {
  readonly kind: 'skip' | 'headline' | 'subheading' | 'byline' | 'dateline' | 'caption';
  readonly state: 'proposed' | 'accepted' | 'refused';
}

/** Changes the zones. */
export const zonesChanged = StateEffect.define<readonly Zone[]>();

/** Whether a zone leaves out something of a line that can be seen. */
export function isPart(zone: Extent, line: Line): boolean {
  const before = line.text.slice(0, Math.max(0, zone.start - line.from));
  const after = line.text.slice(Math.max(0, zone.end - line.from));
  return (zone.start > line.from && before.trim() !== '') || (zone.end < line.to && after.trim() !== '');
}

/** Letters on both sides: an element that ends here would take a joined letter from its neighbour. */
const INSIDE_WORD = /^[\p{L}\p{M}]{2}$/u;

function cutsWord(text: Text, at: number): boolean {
  return INSIDE_WORD.test(text.sliceString(at - 1, at + 1));
}

const MARKS: { readonly [state in Zone['state']]?: Decoration } = {
  proposed: Decoration.mark({ class: 'postil-zone-part is-proposed' }),
  accepted: Decoration.mark({ class: 'postil-zone-part' }),
};

/** What lies on lines that are skipped only in part. */
export function parts(text: Text, zones: readonly Zone[]): Extent[] {
  const found: Extent[] = [];
  for (const zone of zones) {
    if (zone.kind !== 'skip' || zone.start >= zone.end || zone.end > text.length) continue;
    const ends = new Set([text.lineAt(zone.start).number, text.lineAt(zone.end).number]);
    for (const number of ends) {
      const line = text.line(number);
      const start = Math.max(zone.start, line.from);
      const end = Math.min(zone.end, line.to);
      if (start < end && isPart(zone, line)) found.push({ start, end });
    }
  }
  return found;
}

/** Dresses the skipped part of a line, where no word is cut by it. */
export function zoneParts(): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(dressed, transaction) {
      let now = dressed;
      for (const effect of transaction.effects) {
        if (!effect.is(zonesChanged)) continue;
        const { doc } = transaction.state;
        const marks = effect.value.flatMap((zone) => {
          const mark = MARKS[zone.state];
          return parts(doc, [zone])
            .filter(({ start, end }) => !cutsWord(doc, start) && !cutsWord(doc, end))
            .flatMap(({ start, end }) => (mark ? [mark.range(start, end)] : []));
        });
        now = Decoration.set(marks, true);
      }
      return now;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}
