import type { Header } from './call.ts';
import { type Json, parseJson } from './json.ts';

/** How an answer is sent. */
export type Delivery =
  /** Complete, with the correct Content-Length. */
  | 'whole'
  /** Exactly these headers and this body, then the connection is closed. */
  | 'as-written'
  /** Complete, then the connection is closed, which no header says. */
  | 'then-closed'
  /** Only the bytes of the body, without status line and headers. */
  | 'bare'
  /** Chunked, and the last chunk never comes. */
  | 'unended'
  /** The connection is closed before a byte is sent. */
  | 'dropped';

/** An answer to a call. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  readonly delivery: Delivery;
}

/** Makes an answer whose body is JSON. */
export function jsonAnswer(status: number, body: Json): Answer {
  return {
    status,
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from(JSON.stringify(body)),
    delivery: 'whole',
  };
}

/** The same answer with this header, which replaces any with the same name. */
export function withHeader(answer: Answer, name: string, value: string): Answer {
  return { ...answer, headers: [...withoutHeader(answer, name).headers, [name, value]] };
}

/** The same answer without a header. */
export function withoutHeader(answer: Answer, name: string): Answer {
  return {
    ...answer,
    headers: answer.headers.filter(([headerName]) => headerName.toLowerCase() !== name.toLowerCase()),
  };
}

/** The same answer with another body; text becomes UTF-8. */
export function withBody(answer: Answer, body: string | Buffer): Answer {
  return { ...answer, body: Buffer.from(body) };
}

/** The same answer with its JSON changed; unchanged if it is not JSON, or if nothing is changed. */
export function withJson(answer: Answer, change: (json: Json) => Json | undefined): Answer {
  const json = parseJson(answer.body);
  if (json === undefined) return answer;
  const changed = change(json);
  return changed === json ? answer : withBody(answer, changed === undefined ? '' : JSON.stringify(changed));
}
