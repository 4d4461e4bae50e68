// The only file that knows Tauri: one command carries name and JSON text.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import type { ProgramEvent } from './bindings';
import { asProblem, type Host } from './host';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function thrown(reason: unknown): unknown {
  if (typeof reason !== 'string') return reason;
  try {
    return JSON.parse(reason);
  } catch {
    return reason;
  }
}

export function tauriHost(): Host {
  return {
    async call(name, request) {
      try {
        const answer = await invoke<ArrayBuffer>('call', encoder.encode(JSON.stringify(request)), {
          headers: { 'postil-command': name },
        });
        return JSON.parse(decoder.decode(answer));
      } catch (reason) {
        throw asProblem(thrown(reason));
      }
    },
    zoom: (factor) => getCurrentWebview().setZoom(factor),
    listen(handler) {
      const stop = listen<ProgramEvent>('program', (event) => handler(event.payload));
      return () => void stop.then((unlisten) => unlisten());
    },
  };
}
