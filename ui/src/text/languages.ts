import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** The language of a line that is in another one than the article. */
export interface LineLanguage {
  /** BCP 47. */
  readonly tag: string;
  readonly unsure: boolean;
}

/** Languages by line, counted from 0; lines in the article's language are left out. */
export type LineLanguages = ReadonlyMap<number, LineLanguage>;

/** Changes the languages of lines. */
export const languagesChanged = StateEffect.define<LineLanguages>();

const known = StateField.define<LineLanguages>({
  create: () => new Map(),
  update: (languages, transaction) =>
    transaction.effects.reduce(
      (now, effect) => (effect.is(languagesChanged) ? effect.value : now),
      languages,
    ),
});

/** Tags before lines in another language. They are no text: no search, copy or offset meets them. */
export function languages(): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      tags: DecorationSet;

      constructor(view: EditorView) {
        this.tags = tags(view);
      }

      update(update: ViewUpdate): void {
        const changed = update.startState.field(known) !== update.state.field(known);
        if (changed || update.viewportChanged) this.tags = tags(update.view);
      }
    },
    { decorations: (plugin) => plugin.tags },
  );
  return [known, plugin, look];
}

function tags(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const lines = view.state.field(known);
  const { from, to } = view.viewport;
  for (let at = from; lines.size > 0 && at <= to;) {
    const line = view.state.doc.lineAt(at);
    const language = lines.get(line.number - 1);
    if (language) builder.add(line.from, line.from, tagged(language));
    at = line.to + 1;
  }
  return builder.finish();
}

const decorations = new Map<string, Decoration>();

function tagged({ tag, unsure }: LineLanguage): Decoration {
  const key = `${tag} ${unsure}`;
  let decoration = decorations.get(key);
  if (!decoration) {
    // An isolate, so that the question mark stays behind the tag on a line from right to left.
    const shown = `\u2066${tag}${unsure ? '?' : ''}\u2069`;
    decoration = Decoration.line({
      class: `postil-language${unsure ? ' is-unsure' : ''}`,
      attributes: { lang: tag, 'data-language': shown },
    });
    decorations.set(key, decoration);
  }
  return decoration;
}

const look = EditorView.theme({
  '.postil-language': { position: 'relative' },
  '.postil-language::after': {
    content: 'attr(data-language)',
    position: 'absolute',
    insetBlockStart: '0',
    insetInlineEnd: 'calc(100% + 5px)',
    color: 'var(--ink, light-dark(#23211e, #e8e3da))',
    font: '600 10px/1 system-ui, sans-serif',
    // As high as the first row, whose letters are larger.
    lineHeight: 'round(calc(var(--article-line-height, 1.75) * var(--article-size, 17px)), 1px)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
  },
  '.postil-language.is-unsure::after': {
    color: 'var(--quiet, light-dark(#6c675f, #a49d91))',
    fontStyle: 'italic',
    fontWeight: '400',
  },
  // Beside the bar of a zone.
  '.postil-language.postil-zone-line::after': { insetInlineEnd: 'calc(100% + 19px)' },
});
