// What may be shown a moment after what a person waits for.

const waiting = new Set<() => void>();

/** Runs a task once the next frame is painted; the answer takes it back. */
export function afterPaint(task: () => void): () => void {
  // A task put there in a frame's callbacks comes after its painting.
  if (waiting.size === 0) requestAnimationFrame(() => setTimeout(runWaiting));
  waiting.add(task);
  return () => waiting.delete(task);
}

function runWaiting(): void {
  const tasks = [...waiting];
  waiting.clear();
  for (const task of tasks) task();
}

/**
 * The value one frame late. A frame paints one rectangle around all that
 * changed: a word at each edge of the window makes that the whole window, and
 * the mark in its middle waits for it. Only while a component is set up.
 */
export function later<Value>(now: () => Value): { readonly value: Value } {
  let value = $state.raw(now());
  $effect(() => {
    const next = now();
    return afterPaint(() => (value = next));
  });
  return {
    get value() {
      return value;
    },
  };
}
