import { type Extension, type Line, RangeSetBuilder, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { meets } from './extent';
import { cuts } from './pieces';
import { isPart, type Zone, zoneParts, zonesChanged } from './zone-parts';

export { type Zone, zonesChanged } from './zone-parts';

/** What is known of lines: which run right to left, and which lie in zones. */
interface LineFacts {
  readonly rightToLeft: ReadonlySet<number>;
  readonly zones: readonly Zone[];
}

function lineFacts(rightToLeft: ReadonlySet<number>): StateField<LineFacts> {
  return StateField.define<LineFacts>({
    create: () => ({ rightToLeft, zones: [] }),
    update: (facts, transaction) =>
      transaction.effects.reduce(
        (now, effect) => (effect.is(zonesChanged) ? { ...now, zones: effect.value } : now),
        facts,
      ),
  });
}

/** Gives each visible line its direction and its zone, and cuts long ones. Line numbers count from 0. */
export function lines(rightToLeft: ReadonlySet<number>): Extension {
  const field = lineFacts(rightToLeft);
  const known = new Map<number, readonly number[]>();
  const pieces = (line: Line): readonly number[] => {
    let ends = known.get(line.from);
    if (!ends) {
      const places = cuts(line.text);
      ends = places.length > 0 ? [...places.map((at) => line.from + at), line.to] : [];
      known.set(line.from, ends);
    }
    return ends;
  };
  const dress = (view: EditorView): DecorationSet => {
    const facts = view.state.field(field);
    const builder = new RangeSetBuilder<Decoration>();
    const { from, to } = view.viewport;
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const extent = { start: line.from, end: line.to };
      const here = facts.zones.filter((one) => one.state !== 'refused' && meets(one, extent));
      // What is not the article is no headline of it either.
      const zone = here.find(({ kind }) => kind === 'skip') ?? here[0];
      const part = zone !== undefined && isPart(zone, line);
      builder.add(line.from, line.from, dressing(facts.rightToLeft.has(line.number - 1), zone, part));
      let start = line.from;
      pieces(line).forEach((end, index) => {
        builder.add(start, end, index % 2 === 0 ? EVEN : ODD);
        start = end;
      });
      at = line.to + 1;
    }
    return builder.finish();
  };
  const plugin = ViewPlugin.fromClass(
    class {
      dressed: DecorationSet;

      constructor(view: EditorView) {
        this.dressed = dress(view);
      }

      update(update: ViewUpdate): void {
        const changed = update.startState.field(field) !== update.state.field(field);
        if (changed || update.viewportChanged) this.dressed = dress(update.view);
      }
    },
    { decorations: (plugin) => plugin.dressed },
  );
  return [field, plugin, zoneParts(), EditorView.perLineTextDirection.of(true)];
}

// Two kinds, so that neighbours are not joined into one.
const EVEN = Decoration.mark({ class: 'postil-piece is-even' });
const ODD = Decoration.mark({ class: 'postil-piece is-odd' });

const dressings = new Map<string, Decoration>();

function dressing(rightToLeft: boolean, zone: Zone | undefined, part: boolean): Decoration {
  const dir = rightToLeft ? 'rtl' : 'ltr';
  const name = zone ? `postil-zone-line is-${zone.kind} is-${zone.state}${part ? ' is-part' : ''}` : '';
  const key = `${dir} ${name}`;
  let decoration = dressings.get(key);
  if (!decoration) {
    decoration = Decoration.line({ attributes: { dir }, ...(name ? { class: name } : {}) });
    dressings.set(key, decoration);
  }
  return decoration;
}
