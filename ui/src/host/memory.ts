// A program made of functions, for tests and for looking at the window.

import type { CommandName, Host, Request, Response } from './host';

export type Handlers = { [N in CommandName]?: (request: Request<N>) => Response<N> };

export interface MemoryHost extends Host {
  /** What was asked, in order. */
  readonly calls: { name: CommandName; request: unknown }[];
  /** Fires an event of the program. */
  fire(event: string): void;
  /** How large the window is shown. */
  zoomed: number;
}

export function memoryHost(handlers: Handlers): MemoryHost {
  const calls: MemoryHost['calls'] = [];
  const listeners = new Map<string, Set<() => void>>();
  return {
    calls,
    zoomed: 1,
    async zoom(factor) {
      this.zoomed = factor;
    },
    async call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>> {
      // What crosses to the program is JSON: nothing else may get through here.
      const sent = JSON.parse(JSON.stringify(request)) as Request<N>;
      calls.push({ name, request: sent });
      const handler = handlers[name] as ((request: Request<N>) => Response<N>) | undefined;
      if (!handler) {
        throw { code: 'Unsupported', key: 'problem-internal', arguments: {}, hint: null, cause: name };
      }
      return handler(sent);
    },
    on(event, handler) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(handler));
      return () => set.delete(handler);
    },
    fire(event) {
      listeners.get(event)?.forEach((handler) => handler());
    },
  };
}
