import type { Operation } from '../../../contract/operation.ts';
import { type Answer, jsonAnswer, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { isObject, type Json } from '../../proxy/json.ts';

/**
 * An error in the vendor's own shape, which is that of the contract's example for this status. For a status that the
 * contract does not have, it is the shape of the first error that has a status of the same hundred.
 */
export function problem({ operation }: Call, status: number, message: string): Answer {
  const errors = errorsOf(operation);
  const shown =
    errors.find((error) => error.status === status) ??
    errors.find((error) => Math.floor(error.status / 100) === Math.floor(status / 100)) ??
    errors[0];
  if (shown === undefined) {
    throw new Error(`${operation.rule} shows no error. Add an example to one of its responses.`);
  }
  const answer = jsonAnswer(
    status,
    withMessage(shown.body, () => message),
  );
  return withHeader(answer, 'Content-Type', shown.contentType);
}

interface ShownError {
  readonly status: number;
  readonly contentType: string;
  readonly body: Json;
}

/** The errors of which the contract has an example, by status. */
function errorsOf({ responses }: Operation): readonly ShownError[] {
  return [...responses.values()]
    .filter(({ status }) => status >= 400)
    .flatMap(({ status, content }) =>
      [...content].flatMap(([contentType, { examples }]) =>
        [...examples.values()].slice(0, 1).map((example): ShownError => {
          const body: Json = JSON.parse(JSON.stringify(example));
          return { status, contentType, body };
        }),
      ),
    );
}

/**
 * The same error with another text for a person. That is, in each object, the first text of several words, at any
 * depth; if there is none, the first text.
 */
export function withMessage(json: Json, message: (given: string) => string): Json {
  const changed = withText(json, (text) => /\S\s+\S/.test(text), message);
  return changed === json ? withText(json, () => true, message) : changed;
}

function withText(json: Json, isMeant: (text: string) => boolean, change: (text: string) => string): Json {
  if (typeof json === 'string') return isMeant(json) ? change(json) : json;
  if (isObject(json)) {
    for (const [name, value] of Object.entries(json)) {
      const changed = withText(value, isMeant, change);
      if (changed !== value) return { ...json, [name]: changed };
    }
    return json;
  }
  if (!Array.isArray(json)) return json;
  const entries: readonly Json[] = json;
  const changed = entries.map((entry) => withText(entry, isMeant, change));
  return changed.some((entry, index) => entry !== entries[index]) ? changed : json;
}
