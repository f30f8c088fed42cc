// Finds the caller of a request by its key.
import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { Access, ApiContext } from './api.ts';
import { ProblemError } from './problem.ts';

/**
 * Resolves to the caller of a request. Rejects as unauthenticated if the request has no valid key for the operation's
 * security.
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

/** The key of a request for a security scheme; null if it is missing or malformed. */
export function presentedKey(headers: IncomingHttpHeaders, scheme: SecurityScheme): string | null {
  if (scheme.type === 'apiKey') {
    const header = headers[scheme.name.toLowerCase()];
    return typeof header === 'string' ? header : null;
  }
  return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
