// From the key of a request to who sent it.
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { Access, ApiContext } from './api.ts';
import { ProblemError } from './problem.ts';

/**
 * Resolves to who sent a request. Rejects as unauthenticated if none of the keys that the operation's security asks
 * for is there and valid.
 */
export async function authenticate<Caller>(
  access: Access<Caller>,
  { security }: Operation,
  request: Request,
  context: ApiContext,
): Promise<Caller> {
  if (access.kind === 'guard') return access.caller;
  for (const scheme of security) {
    const key = scheme === null ? null : presentedKey(request.headers, scheme);
    if (scheme === null || key === null) continue;
    const caller = await access.callerOf(key, scheme, context);
    if (caller !== null) return caller;
  }
  throw new ProblemError({ kind: 'unauthenticated' });
}

/** The key that a request presents under a security scheme; null if it presents none that is well formed. */
export function presentedKey(headers: IncomingHttpHeaders, scheme: SecurityScheme): string | null {
  if (scheme.type === 'apiKey') {
    const header = headers[scheme.name.toLowerCase()];
    return typeof header === 'string' ? header : null;
  }
  return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
