import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { ExplainedError } from '../../contract/explained-error.ts';

export interface CreateAgentOptions {
  /** Scheme, host and port of the target. */
  readonly origin: URL;
  readonly proxy: URL | null;
  /** Reuses one connection for all requests. Without it, each request has its own connection. */
  readonly keepAlive?: boolean;
}

/** Creates an agent that connects to the target, through the proxy if there is one. Throws if this Node cannot do that. */
export function createAgent({ origin, proxy, keepAlive = false }: CreateAgentOptions): Agent {
  if (proxy !== null && !process.allowedNodeEnvironmentFlags.has('--use-env-proxy')) {
    throw new ExplainedError(
      `Node ${process.versions.node} cannot use a proxy. Install Node 24.5 or newer, or unset the variables that name the proxy.`,
    );
  }
  return new (origin.protocol === 'https:' ? HttpsAgent : Agent)({
    keepAlive,
    ...(keepAlive ? { maxSockets: 1 } : {}),
    // `NO_PROXY` is not passed on, because it has been applied.
    ...(proxy === null ? {} : { proxyEnv: { http_proxy: proxy.href, https_proxy: proxy.href } }),
  });
}
