import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that Prism is answering. */
export interface CurrentRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whether Prism has generated its answer instead of using an example. */
  isDynamic: boolean;
}

/** The request that the running code is handling, also in later turns of the event loop. */
export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
