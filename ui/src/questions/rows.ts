// Going through the rows of a list by key.

/** The row that a key goes to; `null` for a key that goes nowhere. */
export function stepped(key: string, at: number, length: number): number | null {
  if (length === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

/** Keeps the row that the keys act on in view of its list. */
export const inView = (row: HTMLElement): void => row.scrollIntoView?.({ block: 'nearest' });
