// What may be shown a moment after what a person waits for.

/** By the part of the window that they change, in the order in which they came. */
const waiting = new Map<string, Set<() => void>>();
let scheduled = false;

/**
 * Runs a task once the next frame is painted; the answer takes it back. Each
 * part of the window has a frame of its own: a frame paints one rectangle
 * around all that changed, so that a word at each edge makes that the whole
 * window, and the next key would wait for it.
 */
export function afterPaint(part: string, task: () => void): () => void {
  const tasks = waiting.get(part) ?? new Set();
  waiting.set(part, tasks.add(task));
  schedule();
  return () => tasks.delete(task);
}

/** Whether all that is on screen is up to date. */
export const followed = (): boolean => waiting.size === 0;

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  // A task put there in a frame's callbacks comes after its painting.
  requestAnimationFrame(() => setTimeout(runNext));
}

function runNext(): void {
  scheduled = false;
  for (const [part, tasks] of waiting) {
    waiting.delete(part);
    if (tasks.size === 0) continue;
    for (const task of tasks) task();
    break;
  }
  if (waiting.size > 0) schedule();
}

/** The value a frame or a few late. Only while a component is set up. */
export function later<Value>(part: string, now: () => Value): { readonly value: Value } {
  let value = $state.raw(now());
  $effect(() => {
    const next = now();
    return afterPaint(part, () => (value = next));
  });
  return {
    get value() {
      return value;
    },
  };
}
