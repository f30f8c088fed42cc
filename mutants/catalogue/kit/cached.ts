import type { Answer } from '../../proxy/answer.ts';
import { type Call, headerValues } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';

/** Caches each list with these parts of the request as the cache key. */
export function cached(cacheKey: (call: Call) => readonly (string | null)[]): Mutant['begin'] {
  return () => {
    const answers = new Map<string, Answer>();
    return async (call, ask) => {
      const key = JSON.stringify([call.vendor, ...cacheKey(call)]);
      const answer = answers.get(key) ?? (await ask(call));
      if (answer.status === 200) answers.set(key, answer);
      return answer;
    };
  };
}

/** The header of Mielto that names a workspace. */
export const workspaceHeader = 'X-Workspace-Id';

export function workspaceOf(call: Call): string | null {
  return headerValues(call.headers, workspaceHeader)[0] ?? null;
}
