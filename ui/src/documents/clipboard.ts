// What lies on the clipboard, as the paste box takes it up.

import type { PageView } from '../host/bindings';
import type { Host } from '../host/host';
import type { Program } from '../state/program.svelte';

/** A text for the paste box and what its page says of it. */
export interface Clipping {
  readonly text: string;
  readonly title: string | null;
  readonly metadata: PageView['metadata'];
}

const plain = (text: string): Clipping => ({ text, title: null, metadata: {} });

/**
 * Reads what was pasted. HTML is read by the program and only its text comes
 * back; where it shows none, or can't be read, the plain text stands for it.
 */
export async function clipping(host: Host, data: { text: string; html: string }): Promise<Clipping> {
  if (data.html === '') return plain(data.text);
  try {
    const page = await host.call('read_page', { html: data.html.toWellFormed() });
    return page.text.trim() === '' ? plain(data.text) : page;
  } catch (thrown) {
    console.error(thrown);
    return plain(data.text);
  }
}

/** Opens the paste box with what was pasted; `false` where there is no text to take. */
export function takeUp(program: Program, data: DataTransfer | null): boolean {
  const [text, html] = [data?.getData('text/plain') ?? '', data?.getData('text/html') ?? ''];
  if (text === '' && html === '') return false;
  void clipping(program.host, { text, html }).then(({ text: pasted, title, metadata }) => {
    program.pasted = pasted;
    program.pastedFrom = { title, metadata };
    program.panel = 'paste';
  });
  return true;
}
