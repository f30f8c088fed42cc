import type { IncomingHttpHeaders } from 'node:http';

/** A request as it is sent. */
export interface WireRequest {
  /** In upper case. */
  readonly method: string;
  /** Path and query, sent unchanged. */
  readonly path: string;
  /** With `Content-Type` and `Content-Length` if there is a body. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A complete response. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  /** The reason phrase of the status line. */
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  /** Names and values alternately, as received. */
  readonly rawHeaders: readonly string[];
  /** Decoded if its encoding is the requested one; otherwise as received. */
  readonly body: Buffer;
  /** True if its encoding is the requested one but it cannot be decoded. */
  readonly undecodable: boolean;
}

/** The connection was established, but there is no complete response. */
export interface BrokenAnswer {
  readonly kind: 'broken';
  readonly fault: 'timeout' | 'closed' | 'not-http' | 'truncated' | 'slow' | 'oversized';
  /** The status, if it was received. */
  readonly status: number | null;
}

/** A request and its result. */
export interface Exchange {
  readonly request: WireRequest;
  readonly result: Answer | BrokenAnswer;
  /** True if the connection had been used before. The server may close such a connection at any time. */
  readonly reused: boolean;
}

/** A fault as the end of "got …". */
export function faultText(fault: BrokenAnswer['fault']): string {
  switch (fault) {
    case 'timeout':
      return 'no response in time';
    case 'closed':
      return 'a connection closed without a response';
    case 'not-http':
      return 'bytes that are not HTTP';
    case 'truncated':
      return 'a response that ends before its declared length or its last chunk';
    case 'slow':
      return 'a response that was not complete in time';
    case 'oversized':
      return 'a body larger than 4 MiB';
    default:
      return fault satisfies never;
  }
}

/** Whether a response did not arrive in time. */
export function isTooSlow({ fault }: BrokenAnswer): boolean {
  return fault === 'timeout' || fault === 'slow';
}
