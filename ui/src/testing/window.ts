// The whole window over a program made of functions.

import { flushSync, mount, tick, unmount } from 'svelte';
import { afterEach, beforeEach, vi } from 'vitest';
import App from '../App.svelte';
import { fetchDeferred } from '../deferred.svelte';
import { memoryHost, type Handlers, type MemoryHost } from '../host/memory';
import { Program } from '../state/program.svelte';
import { article, start } from './article';
import { listed } from './library';
import { followed } from '../parts/later.svelte';

let app: ReturnType<typeof mount> | null = null;
export let program: Program;
export let host: MemoryHost;

export const settled = async () => {
  for (let turn = 0; turn < 8; turn += 1) await tick();
  // Some things are shown after the frame is painted, each in one of its own.
  do {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    flushSync();
  } while (!followed());
};

/** The rows that the window has. */
const fetched = () => program.articles.all.flatMap((id) => program.articles.row(id) ?? []);

export async function open(handlers: Handlers = {}) {
  host = memoryHost({
    start: () => start(),
    open_article: ({ document }) => article({ id: document }),
    boundaries: () => [],
    painted: () => null,
    checks: () => ({ open: 0, hints: 0, findings: [] }),
    save_settings: (settings) => settings as never,
    near_to: () => ({ whole: true, near: [] }),
    offer: () => null,
    library: (request) => listed(request, fetched()),
    ...handlers,
  });
  program = new Program(host);
  // They come once something is on screen, which no test waits for.
  await fetchDeferred();
  app = mount(App, { target: document.body, props: { program } });
  await settled();
}

export const press = async (key: string, changes: KeyboardEventInit = {}) => {
  const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, ...changes }),
  );
  await settled();
};

export const asked = (name: string) =>
  host.calls.filter((call) => call.name === name).map((call) => call.request);

/** Stands in for what jsdom lacks, and takes the window away after each test. */
export function eachInItsOwnWindow(): void {
  beforeEach(() => {
    // jsdom lays nothing out.
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
    Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
    Range.prototype.getBoundingClientRect = () => new DOMRect();
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(700);
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
    vi.spyOn(console, 'error').mockImplementation((...said) => {
      throw new Error(said.join(' '));
    });
  });

  afterEach(async () => {
    delete document.documentElement.dataset['ready'];
    if (app) await unmount(app);
    app = null;
    document.body.replaceChildren();
  });
}
