import { type EditorState, type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { Extent } from './extent';
import type { Zone } from './lines';

/** Whole lines that are not the article, with only blank ones between them. */
export interface Fold extends Extent {
  /** Those that are not blank. */
  readonly lines: number;
}

/** What folding came to. */
export type Folding =
  | { readonly done: 'folded'; readonly lines: number }
  | { readonly done: 'unfolded' }
  /** Nothing there is left out of the article, or all of it is. */
  | { readonly done: 'none' | 'only' };

const foldsChanged = StateEffect.define<readonly Fold[]>();

/** Stretches that can be folded, in text order. */
export function foldsOf(text: Text, zones: readonly Zone[]): Fold[] {
  const folds: Fold[] = [];
  const skipped = zones
    .filter(({ kind, state }) => kind === 'skip' && state !== 'refused')
    .sort((a, b) => a.start - b.start);
  for (const zone of skipped) {
    const start = text.lineAt(Math.min(zone.start, text.length)).from;
    const end = text.lineAt(Math.min(zone.end, text.length)).to;
    const last = folds.at(-1);
    const joins = last && (start <= last.end || isBlank(text, last.end, start));
    const fold = joins ? { start: last.start, end: Math.max(end, last.end) } : { start, end };
    if (joins) folds.pop();
    folds.push({ ...fold, lines: linesOf(text, fold) });
  }
  return folds;
}

const isBlank = (text: Text, from: number, to: number): boolean => text.sliceString(from, to).trim() === '';

function linesOf(text: Text, { start, end }: Extent): number {
  return text
    .sliceString(start, end)
    .split('\n')
    .filter((line) => line.trim() !== '').length;
}

const folded = StateField.define<readonly Fold[]>({
  create: () => [],
  update(folds, transaction) {
    const now = transaction.effects.findLast((effect) => effect.is(foldsChanged))?.value ?? folds;
    if (now.length === 0 || !transaction.selection) return now;
    // The caret is never where nothing is shown.
    const { head } = transaction.state.selection.main;
    const kept = now.filter((fold) => !holds(fold, head));
    return kept.length < now.length ? kept : now;
  },
});

const holds = ({ start, end }: Extent, position: number): boolean => start <= position && position <= end;

/** What is folded now. */
export const foldedIn = (state: EditorState): readonly Fold[] => state.field(folded, false) ?? [];

/** Unfolds what holds a position. */
export function unfoldAt(view: EditorView, position: number): void {
  const folds = foldedIn(view.state);
  const kept = folds.filter((fold) => !holds(fold, position));
  if (kept.length < folds.length) view.dispatch({ effects: foldsChanged.of(kept) });
}

/** After other zones are set: what is no stretch any more is unfolded. */
export function keepFolds(view: EditorView, zones: readonly Zone[]): void {
  const folds = foldedIn(view.state);
  if (folds.length === 0) return;
  const possible = foldsOf(view.state.doc, zones);
  const kept = folds.filter((fold) =>
    possible.some((one) => one.start === fold.start && one.end === fold.end),
  );
  if (kept.length < folds.length) view.dispatch({ effects: foldsChanged.of(kept) });
}

/** Folds what the caret is in, or unfolds what it stands beside. */
export function toggleFold(view: EditorView, zones: readonly Zone[]): Folding {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const folds = foldedIn(view.state);
  const here = foldsOf(doc, zones).find((fold) => holds(fold, head));
  if (here) return foldThese(view, [...folds, here], here.lines);
  const line = doc.lineAt(head);
  const fold = folds.find(({ start, end }) =>
    end < line.from ? isBlank(doc, end, line.from) : isBlank(doc, line.to, start),
  );
  if (!fold) return { done: 'none' };
  view.dispatch({
    selection: { anchor: fold.start },
    effects: foldsChanged.of(folds.filter((one) => one !== fold)),
  });
  return { done: 'unfolded' };
}

/** Folds all, or unfolds all where all is folded. */
export function toggleFolds(view: EditorView, zones: readonly Zone[]): Folding {
  const all = foldsOf(view.state.doc, zones);
  if (all.length === 0) return { done: 'none' };
  if (foldedIn(view.state).length === all.length) {
    view.dispatch({ effects: foldsChanged.of([]) });
    return { done: 'unfolded' };
  }
  return foldThese(
    view,
    all,
    all.reduce((sum, { lines }) => sum + lines, 0),
  );
}

function foldThese(view: EditorView, folds: readonly Fold[], lines: number): Folding {
  const { doc, selection } = view.state;
  const { head } = selection.main;
  const inside = folds.find((fold) => holds(fold, head));
  const caret = !inside ? head : inside.start > 0 ? inside.start - 1 : inside.end + 1;
  if (caret > doc.length) return { done: 'only' };
  view.dispatch({
    ...(inside ? { selection: { anchor: caret } } : {}),
    effects: foldsChanged.of(folds),
  });
  return { done: 'folded', lines };
}

class FoldWidget extends WidgetType {
  constructor(
    private readonly fold: Fold,
    private readonly words: string,
  ) {
    super();
  }

  override eq(other: FoldWidget): boolean {
    return other.words === this.words && other.fold.start === this.fold.start;
  }

  override get estimatedHeight(): number {
    return 36;
  }

  override toDOM(view: EditorView): HTMLElement {
    const shown = document.createElement('div');
    shown.className = 'postil-fold';
    const words = document.createElement('span');
    words.textContent = this.words;
    shown.append(words);
    shown.addEventListener('click', () => {
      unfoldAt(view, this.fold.start);
    });
    return shown;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Lines folded into one that says how many they are. Offsets stay as they are. */
export function folding(words: (lines: number) => string): Extension {
  const drawn = EditorView.decorations.compute([folded], (state): DecorationSet =>
    Decoration.set(
      [...foldedIn(state)]
        .sort((a, b) => a.start - b.start)
        .map((fold) =>
          Decoration.replace({ widget: new FoldWidget(fold, words(fold.lines)), block: true }).range(
            fold.start,
            fold.end,
          ),
        ),
    ),
  );
  return [folded, drawn, look];
}

const look = EditorView.theme({
  '.postil-fold': {
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    paddingBlock: '6px',
    color: 'var(--quiet, light-dark(#6c675f, #a49d91))',
    font: '12px/24px system-ui, sans-serif',
    cursor: 'pointer',
  },
  '.postil-fold::before, .postil-fold::after': {
    content: '""',
    flex: '1',
    borderBlockStart: '1px dashed var(--line-strong, light-dark(#cbc4b8, #4b463f))',
  },
  '.postil-fold:hover': { color: 'var(--ink, light-dark(#23211e, #e8e3da))' },
});
