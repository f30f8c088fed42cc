import { proxyVariable } from './proxy-for.ts';
import { UnreachableError } from './unreachable-error.ts';

interface Route {
  readonly origin: URL;
  readonly proxy: URL | null;
}

/** The reason if a proxy asks for a user name and a password. */
export const needsCredentials = 'the proxy requires a user name and a password (407)';

/** Explains why no connection could be established. */
export function unreachable(route: Route, error: unknown): UnreachableError {
  return cannotReach(route, reasonOf(error), error);
}

/** The error for a target that cannot be reached. */
export function cannotReach({ origin, proxy }: Route, reason: string, cause?: unknown): UnreachableError {
  const [way, advice] =
    proxy === null
      ? ['', 'Check --base-url and that the server is running.']
      : [
          ` through the proxy ${proxy.origin}`,
          `Check --base-url, that the server is running, and ${proxyVariable(origin)} and NO_PROXY in the environment.`,
        ];
  return new UnreachableError(`Cannot reach ${origin.origin}${way}: ${reason}. ${advice}`, { cause });
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ECONNREFUSED':
      return 'the connection was refused';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name could not be resolved';
    case 'ERR_PROXY_TUNNEL':
      return tunnelReasonOf(error);
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'there is no route to the host';
    case 'ECONNRESET':
      return 'the connection was closed before it was established';
    case 'EPROTO':
      return 'the server does not speak TLS (http instead of https?)';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `its certificate is not trusted (${code}); set NODE_EXTRA_CA_CERTS to a file of trusted authorities`;
    case 'CERT_HAS_EXPIRED':
      return `its certificate has expired (${code})`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `its certificate is for another host name (${code})`;
    default: {
      if (code.startsWith('ERR_SSL_')) return 'the server does not speak TLS (http instead of https?)';
      const line = message.replaceAll(/\s+/g, ' ').replace(/\.$/, '').slice(0, 200);
      return code === '' ? line : `${line} (${code})`;
    }
  }
}

function tunnelReasonOf(error: unknown): string {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  if (status === 407) return needsCredentials;
  return status === null
    ? 'the proxy closed the connection'
    : `the proxy did not connect to the server (${status})`;
}
