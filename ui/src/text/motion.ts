import { EditorSelection, type Extension, type SelectionRange } from '@codemirror/state';
import { Direction, type EditorView, type KeyBinding, keymap } from '@codemirror/view';
import type { Boundaries, TextLine } from './boundaries';

/** The line of a position, as boundaries are asked for. */
export function lineAt(view: EditorView, position: number): TextLine {
  const line = view.state.doc.lineAt(position);
  return { number: line.number - 1, from: line.from, text: line.text };
}

type Step = (view: EditorView, from: SelectionRange, extend: boolean) => SelectionRange;

/** Arrows and their relatives: every stop is a boundary of ours. */
export function motion(boundaries: Boundaries): Extension {
  const snapped = (view: EditorView, range: SelectionRange): SelectionRange => {
    const head = boundaries.nearest(lineAt(view, range.head), range.head);
    return head === range.head
      ? range
      : EditorSelection.cursor(head, range.assoc, undefined, range.goalColumn);
  };

  const byCluster =
    (towards: (view: EditorView, at: number) => boolean): Step =>
    (view, from, extend) => {
      const forward = towards(view, from.head);
      if (!extend && !from.empty) return EditorSelection.cursor(forward ? from.to : from.from);
      let to = view.moveByChar(from, forward);
      for (let last = from; to.head !== last.head;) {
        if (!boundaries.cluster(lineAt(view, to.head), to.head)) return to;
        last = to;
        to = view.moveByChar(to, forward);
      }
      return to;
    };

  const byWord =
    (towards: (view: EditorView, at: number) => boolean): Step =>
    (view, from) => {
      const forward = towards(view, from.head);
      for (let line = lineAt(view, from.head), at = from.head; ;) {
        const found = boundaries.wordStep(line, at, forward);
        if (found !== null) return EditorSelection.cursor(found, forward ? -1 : 1);
        const next = forward ? line.from + line.text.length + 1 : line.from - 1;
        if (next < 0 || next > view.state.doc.length) {
          return EditorSelection.cursor(forward ? view.state.doc.length : 0);
        }
        line = lineAt(view, next);
        at = forward ? next - 1 : next + 1;
      }
    };

  const vertically =
    (forward: boolean, distance?: (view: EditorView) => number): Step =>
    (view, from) =>
      snapped(view, view.moveVertically(from, forward, distance?.(view)));

  const page = (view: EditorView): number =>
    Math.max(view.defaultLineHeight, view.scrollDOM.clientHeight - 2 * view.defaultLineHeight);

  const binding = (key: string, step: Step): KeyBinding => ({
    key,
    preventDefault: true,
    run: (view) => move(view, step, false),
    shift: (view) => move(view, step, true),
  });

  return keymap.of([
    binding(
      'ArrowLeft',
      byCluster((view, at) => view.textDirectionAt(at) === Direction.RTL),
    ),
    binding(
      'ArrowRight',
      byCluster((view, at) => view.textDirectionAt(at) === Direction.LTR),
    ),
    binding(
      'Ctrl-ArrowLeft',
      byWord((view, at) => view.textDirectionAt(at) === Direction.RTL),
    ),
    binding(
      'Ctrl-ArrowRight',
      byWord((view, at) => view.textDirectionAt(at) === Direction.LTR),
    ),
    binding('ArrowUp', vertically(false)),
    binding('ArrowDown', vertically(true)),
    binding('PageUp', vertically(false, page)),
    binding('PageDown', vertically(true, page)),
    binding('Home', (view, from) => snapped(view, view.moveToLineBoundary(from, false))),
    binding('End', (view, from) => snapped(view, view.moveToLineBoundary(from, true))),
    binding('Ctrl-Home', () => EditorSelection.cursor(0)),
    binding('Ctrl-End', (view) => EditorSelection.cursor(view.state.doc.length)),
    {
      key: 'Mod-a',
      preventDefault: true,
      run: (view) => {
        view.dispatch({ selection: { anchor: 0, head: view.state.doc.length }, userEvent: 'select' });
        return true;
      },
    },
  ]);
}

function move(view: EditorView, step: Step, extend: boolean): boolean {
  const { main } = view.state.selection;
  const to = step(view, main, extend);
  const range = extend
    ? EditorSelection.range(main.anchor, to.head, to.goalColumn, to.bidiLevel ?? undefined, to.assoc)
    : to;
  view.dispatch({ selection: EditorSelection.create([range]), scrollIntoView: true, userEvent: 'select' });
  return true;
}
