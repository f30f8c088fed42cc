/** The options of every client. */
export interface ClientOptions {
  /** Origin of the server, and its path prefix if it has one. */
  readonly baseUrl: string;
  /** API key, or token. */
  readonly key: string;
  /** Used instead of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What a client sends with. */
export interface Transport {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly Request: typeof Request;
}

/**
 * The `fetch` that is given, otherwise the global one of each call, so that a stub that is set later is used too. The
 * request is made with the global `Request` of each call: a library that replaces one replaces both.
 */
export function currentTransport({ fetch }: Pick<ClientOptions, 'fetch'>): Transport {
  return {
    fetch: fetch ?? ((request) => globalThis.fetch(request)),
    Request: new Proxy(Request, {
      construct: (_, given) => Reflect.construct(globalThis.Request, given),
    }),
  };
}
