import type { IncomingHttpHeaders } from 'node:http';
import type { DocumentedResponse, Operation } from '../../contract/operation.ts';
import type { Answer } from './answer.ts';
import { type Preference, parsePrefer } from './parse-prefer.ts';
import { ProblemError } from './problem.ts';

/** An answer from the contract's examples, which the client has preferred. */
export interface PreferredAnswer {
  readonly answer: Answer;
  /** The value of `Preference-Applied`. */
  readonly applied: string;
}

/**
 * Returns the documented response that `Prefer` requests by `code` and `example`; null if it requests neither. Other
 * preferences are ignored, as the standard requires. Throws a `ProblemError` if the response is not documented or the
 * header is malformed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7240
 */
export function preferredAnswer(operation: Operation, headers: IncomingHttpHeaders): PreferredAnswer | null {
  const preferences = parsePrefer(String(headers.prefer ?? ''));
  const codes = [...operation.responses.keys()];
  if (preferences === null) {
    const form = 'must have the form code=…, example=…, separated by a comma';
    throw refusal('malformed', `${form}; choose one of ${codes.join(', ')}`);
  }
  const [code, example] = [preferences.get('code'), preferences.get('example')];
  if (code === undefined && example === undefined) return null;
  const status = code === undefined ? 200 : Number(/^\d{3}$/.exec(code.value)?.[0]);
  const response = operation.responses.get(status);
  if (response === undefined || code?.hasParameters === true) {
    throw unknownPreference(code, 'code', codes);
  }
  const found = example?.value === '' ? null : exampleOf(response, example?.value);
  if (found === null || example?.hasParameters === true) {
    const known = [...response.content.values()].flatMap(({ examples }) => [...examples.keys()]);
    throw unknownPreference(example, 'example', known);
  }
  const { name, ...answer } = found;
  return { answer: { status, ...answer }, applied: `code=${status}, example=${name}` };
}

/** The documented example with this name, or the first without a name; null if the example does not exist. */
function exampleOf(
  { content, headers }: DocumentedResponse,
  wanted: string | undefined,
): (Omit<Answer, 'status'> & { readonly name: string }) | null {
  for (const [contentType, { examples }] of content) {
    const [first] = examples.keys();
    const name = wanted ?? first;
    if (name === undefined || !examples.has(name)) continue;
    const shown = [...headers].map(([header, { example, examples: named }]) => {
      return [header, String(named.has(name) ? named.get(name) : example)] as const;
    });
    return { name, body: examples.get(name), contentType, headers: Object.fromEntries(shown) };
  }
  return null;
}

function unknownPreference(
  preference: Preference | undefined,
  name: 'code' | 'example',
  known: readonly unknown[],
): ProblemError {
  const what =
    preference?.hasParameters === true
      ? `has a parameter after ${name}, which takes none`
      : preference?.value === ''
        ? `names no ${name}`
        : `names no documented ${name}`;
  return refusal(`unknown_${name}`, `${what}; choose one of ${known.join(', ')}`);
}

function refusal(code: string, message: string): ProblemError {
  return new ProblemError({ kind: 'invalid', faults: [{ in: 'header', name: 'Prefer', message, code }] });
}
