import type { IncomingHttpHeaders } from 'node:http';
import type { DocumentedResponse, Operation } from '../../contract/operation.ts';
import type { Answer } from './answer.ts';
import { ProblemError } from './problem.ts';

/** An answer taken from the contract's examples because the client preferred it. */
export interface PreferredAnswer {
  readonly answer: Answer;
  /** For `Preference-Applied`. */
  readonly applied: string;
}

/**
 * The documented response that the `Prefer` header asks for by `code` and `example`, or null if it asks for neither.
 * Throws a problem if the contract documents no such response.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7240
 */
export function preferredAnswer(operation: Operation, headers: IncomingHttpHeaders): PreferredAnswer | null {
  const { code, example } = preferences(String(headers.prefer ?? ''));
  if (code === undefined && example === undefined) return null;
  const status = Number(code ?? 200);
  const response = operation.responses.get(status);
  if (response === undefined) throw unknownPreference('code', [...operation.responses.keys()]);
  const found = exampleOf(response, example);
  if (found === null) {
    const known = [...response.content.values()].flatMap(({ examples }) => [...examples.keys()]);
    throw unknownPreference('example', known);
  }
  const { name, ...answer } = found;
  return { answer: { status, ...answer }, applied: `code=${status}, example=${name}` };
}

/** The documented example of this name, or the first; null if there is none. */
function exampleOf(
  { content, headers }: DocumentedResponse,
  wanted: string | undefined,
): (Omit<Answer, 'status'> & { readonly name: string }) | null {
  for (const [contentType, { examples }] of content) {
    const [first] = examples.keys();
    const name = wanted ?? first;
    if (name === undefined || !examples.has(name)) continue;
    const shown = [...headers].map(([header, { example }]) => [header, String(example)] as const);
    return { name, body: examples.get(name), contentType, headers: Object.fromEntries(shown) };
  }
  return null;
}

function preferences(header: string): { code?: string; example?: string } {
  const found: { code?: string; example?: string } = {};
  for (const part of header.split(',')) {
    const [, name, value] = /^\s*(code|example)\s*=\s*"?([\w.-]+)"?\s*$/i.exec(part) ?? [];
    if (value === undefined) continue;
    if (name?.toLowerCase() === 'code') found.code ??= value;
    else found.example ??= value;
  }
  return found;
}

function unknownPreference(name: 'code' | 'example', known: readonly unknown[]): ProblemError {
  const message = `names no documented ${name}; choose one of ${known.join(', ')}`;
  return new ProblemError({
    kind: 'invalid',
    faults: [{ in: 'header', name: 'Prefer', message, code: `unknown_${name}` }],
  });
}
