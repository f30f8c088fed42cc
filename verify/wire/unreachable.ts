import { UnreachableError } from './unreachable-error.ts';

/** Explains why no connection could be established. */
export function unreachable({ origin }: URL, error: unknown): UnreachableError {
  return cannotReach({ origin }, reasonOf(error), error);
}

/** The error for a target that cannot be reached. */
export function cannotReach(
  { origin }: Pick<URL, 'origin'>,
  reason: string,
  cause?: unknown,
): UnreachableError {
  return new UnreachableError(
    `Cannot reach ${origin}: ${reason}. Check --base-url and that the server is running.`,
    { cause },
  );
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && error.name === 'TimeoutError') return 'it did not respond in time';
  switch (code) {
    case 'ECONNREFUSED':
      return 'the connection was refused';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'the host name could not be resolved';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'there is no route to the host';
    case 'ECONNRESET':
    case 'UND_ERR_SOCKET':
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
