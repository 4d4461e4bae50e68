// What the program asks of the article on screen. Offsets are UTF-16 units.

import type { Patch, TextRange } from '../host/bindings';

export interface Surface {
  patch(patch: Patch): void;
  selection(): TextRange | null;
  caret(): number;
  setCaret(position: number): void;
  select(range: TextRange): void;
  reveal(position: number): void;
  focus(): void;
  isRightToLeft(position: number): boolean;
  /** Where a position is in the window, in CSS pixels. */
  place(position: number): { left: number; top: number; bottom: number } | null;
}
