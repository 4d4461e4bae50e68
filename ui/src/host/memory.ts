// A program made of functions, for tests and for looking at the window.

import type { ProgramEvent } from './bindings';
import type { CommandName, Host, Request, Response } from './host';

export type Handlers = { [N in CommandName]?: (request: Request<N>) => Response<N> };

export interface MemoryHost extends Host {
  /** What was asked, in order. */
  readonly calls: { name: CommandName; request: unknown }[];
  /** Tells an event of the program. */
  tell(event: ProgramEvent): void;
  /** How large the window is shown. */
  zoomed: number;
}

export function memoryHost(handlers: Handlers): MemoryHost {
  const calls: MemoryHost['calls'] = [];
  const listeners = new Set<(event: ProgramEvent) => void>();
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
    listen(handler) {
      listeners.add(handler);
      return () => listeners.delete(handler);
    },
    tell(event) {
      listeners.forEach((handler) => handler(event));
    },
  };
}
