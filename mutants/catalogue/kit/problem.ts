import type { Operation } from '../../../contract/operation.ts';
import { type Answer, jsonAnswer, withHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { isObject, type Json } from '../../proxy/json.ts';

/**
 * An error with the shape of the contract's example for this status. For an undocumented status it has the shape of the
 * first error with a status of the same class, such as 4xx.
 */
export function problem({ operation }: Call, status: number, message: string): Answer {
  const errors = errorsOf(operation);
  const example =
    errors.find((error) => error.status === status) ??
    errors.find((error) => Math.floor(error.status / 100) === Math.floor(status / 100)) ??
    errors[0];
  if (example === undefined) {
    throw new Error(`${operation.rule} shows no error. Add an example to one of its responses.`);
  }
  const answer = jsonAnswer(
    status,
    withMessage(example.body, () => message),
  );
  return withHeader(answer, 'Content-Type', example.contentType);
}

interface ErrorExample {
  readonly status: number;
  readonly contentType: string;
  readonly body: Json;
}

/** The first example of each error in the contract. */
function errorsOf({ responses }: Operation): readonly ErrorExample[] {
  return [...responses.values()]
    .filter(({ status }) => status >= 400)
    .flatMap(({ status, content }) =>
      [...content].flatMap(([contentType, { examples }]) =>
        [...examples.values()].slice(0, 1).map((example): ErrorExample => {
          const body: Json = JSON.parse(JSON.stringify(example));
          return { status, contentType, body };
        }),
      ),
    );
}

/**
 * The same error with another message. The message is the first text of several words in each object, at any depth; if
 * there is none, the first text.
 */
export function withMessage(json: Json, message: (given: string) => string): Json {
  const changed = withText(json, (text) => /\S\s+\S/.test(text), message);
  return changed === json ? withText(json, () => true, message) : changed;
}

function withText(json: Json, isMessage: (text: string) => boolean, change: (text: string) => string): Json {
  if (typeof json === 'string') return isMessage(json) ? change(json) : json;
  if (isObject(json)) {
    for (const [name, value] of Object.entries(json)) {
      const changed = withText(value, isMessage, change);
      if (changed !== value) return { ...json, [name]: changed };
    }
    return json;
  }
  if (!Array.isArray(json)) return json;
  const entries: readonly Json[] = json;
  const changed = entries.map((entry) => withText(entry, isMessage, change));
  return changed.some((entry, index) => entry !== entries[index]) ? changed : json;
}
