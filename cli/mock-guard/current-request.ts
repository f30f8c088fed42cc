import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that Prism answers. */
export interface CurrentRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether Prism has generated its answer, instead of taking an example. */
  isDynamic: boolean;
}

/** The request that the running code is about, also after its first turn of the event loop. */
export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
