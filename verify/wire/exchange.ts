import type { IncomingHttpHeaders } from 'node:http';

/** A request as it is sent. */
export interface WireRequest {
  /** In capitals. */
  readonly method: string;
  /** Path and query, sent as they stand. */
  readonly path: string;
  /** With `Content-Type` and `Content-Length` if there is a body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A whole answer. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** The words beside the status. */
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turns, as they came. */
  readonly rawHeaders: readonly string[];
  /** Decoded, where it came in the encoding that was asked for; else as it came. */
  readonly body: Buffer;
  /** True where it came in the encoding that was asked for, and cannot be decoded. */
  readonly undecodable: boolean;
}

/** Something came, or the connection stood, and yet there is no whole answer. */
export interface BrokenAnswer {
  readonly kind: 'broken';
  readonly fault: 'silent' | 'closed' | 'not-http' | 'truncated' | 'slow' | 'oversized';
  /** The status, where it came. */
  readonly status: number | null;
}

/** A request and what became of it. */
export interface Exchange {
  readonly request: WireRequest;
  readonly result: Answer | BrokenAnswer;
}

/** A fault as the end of "got …". */
export function faultText(fault: BrokenAnswer['fault']): string {
  switch (fault) {
    case 'silent':
      return 'no answer in time';
    case 'closed':
      return 'a connection closed without an answer';
    case 'not-http':
      return 'bytes that are not HTTP';
    case 'truncated':
      return 'an answer that ends before its length or its last chunk';
    case 'slow':
      return 'an answer that was not complete in time';
    case 'oversized':
      return 'a body larger than 4 MiB, of which no more was read';
    default:
      return fault satisfies never;
  }
}
