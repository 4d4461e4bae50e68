// What the program asks of the article on screen. Offsets are UTF-16 units.

import type { Patch, TextRange } from '../host/bindings';
import type { Folding } from '../text/folding';

export interface Surface {
  patch(patch: Patch): void;
  /** Draws what waits for the next frame now, so that the frame finds it done. */
  draw(): void;
  selection(): TextRange | null;
  caret(): number;
  setCaret(position: number): void;
  select(range: TextRange): void;
  reveal(position: number): void;
  focus(): void;
  /** Folds or unfolds what is not the article: at the caret, or all of it. */
  fold(all: boolean): Folding;
  /** Whether an end of a span is being dragged. */
  dragging(): boolean;
  isRightToLeft(position: number): boolean;
  /** Where a position is in the window, in CSS pixels. */
  place(position: number): { left: number; top: number; bottom: number } | null;
}
