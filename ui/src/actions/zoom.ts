// How large the whole window is shown.

import type { Program } from '../state/program.svelte';

/** In percent, as browsers step. */
const STEPS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];

/** One step larger or smaller, or (0) as it is. */
export async function zoom(program: Program, by: 1 | -1 | 0): Promise<void> {
  const now = program.settings.zoom;
  const next =
    by === 0 ? 100 : by > 0 ? STEPS.find((step) => step > now) : STEPS.findLast((step) => step < now);
  const settings = await program.ask('save_settings', { ...program.settings, zoom: next ?? now });
  if (!settings) return;
  program.settings = settings;
  program.tell('said-zoom', { percent: settings.zoom });
}
