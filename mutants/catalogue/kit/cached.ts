import type { Answer } from '../../proxy/answer.ts';
import { type Call, headerValues } from '../../proxy/call.ts';
import type { Mutant } from '../../proxy/mutant.ts';

/** Remembers each list by these parts of a request, and answers requests with the same parts with it. */
export function cached(by: (call: Call) => readonly (string | null)[]): Mutant['begin'] {
  return () => {
    const answers = new Map<string, Answer>();
    return async (call, ask) => {
      const key = JSON.stringify([call.vendor, ...by(call)]);
      const answer = answers.get(key) ?? (await ask(call));
      if (answer.status === 200) answers.set(key, answer);
      return answer;
    };
  };
}

/** The header that names a workspace, which Mielto has. */
export const workspaceHeader = 'X-Workspace-Id';

export function workspaceOf(call: Call): string | null {
  return headerValues(call.headers, workspaceHeader)[0] ?? null;
}
