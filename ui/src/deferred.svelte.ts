// Parts of the window that nothing shows at the start: they come after the first article, so that it
// does not wait for their script.

import type Dialogs from './Dialogs.svelte';
import type Panes from './Panes.svelte';

interface Parts {
  readonly Panes: typeof Panes;
  readonly Dialogs: typeof Dialogs;
}

let fetched = $state.raw<Parts | null>(null);

/** The parts once they are here. */
export const deferred = (): Parts | null => fetched;

export async function fetchDeferred(): Promise<void> {
  if (fetched) return;
  const [panes, dialogs] = await Promise.all([import('./Panes.svelte'), import('./Dialogs.svelte')]);
  fetched = { Panes: panes.default, Dialogs: dialogs.default };
}
