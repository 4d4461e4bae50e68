// The program behind the window, as the window sees it.

import type { Commands, Problem, ProgramEvent } from './bindings';

export type CommandName = keyof Commands;
export type Request<N extends CommandName> = Commands[N]['request'];
export type Response<N extends CommandName> = Commands[N]['response'];

export interface Host {
  /** Runs a command. Rejects with a `Problem`. */
  call<N extends CommandName>(name: N, request: Request<N>): Promise<Response<N>>;
  /** Listens to what the program tells unasked; the answer stops listening. */
  listen(handler: (event: ProgramEvent) => void): () => void;
  /** Shows the whole window larger or smaller; 1 is as it is. */
  zoom(factor: number): Promise<void>;
}

/** Whatever was thrown, as a problem that can be said. */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'key' in thrown) {
    return thrown as Problem;
  }
  const cause = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { code: 'Internal', key: 'problem-internal', arguments: {}, hint: null, cause };
}
