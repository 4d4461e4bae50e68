// Arrows go between the buttons and fields of a card.

const STOPS = 'button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), textarea';

export function byArrows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
  // In a field, left and right are for its caret.
  const inField = event.target instanceof HTMLInputElement;
  if (event.target instanceof HTMLTextAreaElement) return;
  const forward = event.key === 'ArrowDown' || (event.key === 'ArrowRight' && !inField);
  const backward = event.key === 'ArrowUp' || (event.key === 'ArrowLeft' && !inField);
  if (!forward && !backward) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + (forward ? 1 : -1)))]?.focus();
  event.preventDefault();
}
