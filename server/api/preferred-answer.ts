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
  const known = namesOf(response);
  const name = example === undefined ? known[0] : example.value;
  const isKnown = name === undefined ? known.length === 0 : known.includes(name);
  if (!isKnown || example?.hasParameters === true) throw unknownPreference(example, 'example', known);
  const applied = name === undefined ? `code=${status}` : `code=${status}, example=${name}`;
  return { answer: { status, ...exampleOf(response, name) }, applied };
}

/** The names of the examples of a response: those of its body, or of its headers if it has none. */
function namesOf({ content, headers }: DocumentedResponse): string[] {
  const examples = content.size > 0 ? [...content.values()] : [...headers.values()];
  return [...new Set(examples.flatMap((documented) => [...documented.examples.keys()]))];
}

/** The documented example with this name. A response without a body and without examples has only a status. */
function exampleOf({ content, headers }: DocumentedResponse, name = ''): Omit<Answer, 'status'> {
  const shown = [...headers].map(([header, { example, examples }]) => {
    return [header, String(examples.has(name) ? examples.get(name) : example)] as const;
  });
  const [found] = [...content].filter(([, { examples }]) => examples.has(name));
  if (found === undefined) return { headers: Object.fromEntries(shown) };
  const [contentType, { examples }] = found;
  return { body: examples.get(name), contentType, headers: Object.fromEntries(shown) };
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
