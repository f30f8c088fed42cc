import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../../contract/contract.ts';
import type { Answer } from './answer.ts';
import { ProblemError } from './problem.ts';

/** An answer taken from the contract's examples because the client preferred it. */
export interface PreferredAnswer {
  readonly answer: Answer;
  /** For `Preference-Applied`. */
  readonly applied: string;
}

/**
 * The documented response that the `Prefer` header asks for by `code` and `example`, or null where it asks for
 * neither. Throws a problem where the contract documents no such response.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7240
 */
export function preferredAnswer(operation: Operation, headers: IncomingHttpHeaders): PreferredAnswer | null {
  const { code, example } = preferences(String(headers.prefer ?? ''));
  if (code === undefined && example === undefined) return null;
  const status = Number(code ?? 200);
  const response = operation.responses.get(status);
  if (response === undefined) throw unknownPreference('code', [...operation.responses.keys()].join(', '));
  const found = response.example(example);
  if (found === null) throw unknownPreference('example', response.exampleNames().join(', '));
  const answer = { status, ...found.answer };
  return { answer, applied: `code=${status}, example=${found.name}` };
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

function unknownPreference(name: 'code' | 'example', known: string): ProblemError {
  const message = `names no documented ${name}; choose one of ${known}`;
  return new ProblemError({
    kind: 'invalid',
    faults: [{ in: 'header', name: 'Prefer', message, code: `unknown_${name}` }],
  });
}
