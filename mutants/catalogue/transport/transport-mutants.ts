import { deflateSync, gzipSync } from 'node:zlib';
import { type Answer, withBody, withHeader, withoutHeader } from '../../proxy/answer.ts';
import type { Call } from '../../proxy/call.ts';
import { everyVendor, type Mutant, type MutantHead } from '../../proxy/mutant.ts';
import { onAnswer } from '../kit/change-answer.ts';

/** Answers that are incomplete or not valid HTTP. */
export const transportMutants: readonly Mutant[] = [
  transportMutant({
    id: 'body-cut-off',
    title: 'The connection is closed in the middle of the body',
    caughtBy: 'transport.complete',
    change: (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length)),
      body: answer.body.subarray(0, Math.ceil(answer.body.length / 2)),
      delivery: 'as-written',
    }),
  }),
  transportMutant({
    id: 'content-length-too-large',
    title: 'Content-Length is too high by 1',
    caughtBy: 'transport.content-length',
    change: (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length + 1)),
      delivery: 'as-written',
    }),
  }),
  transportMutant({
    id: 'content-length-too-small',
    title: 'Content-Length is too low by 1',
    caughtBy: 'transport.content-length',
    change: (answer) => ({
      ...withHeader(answer, 'Content-Length', String(answer.body.length - 1)),
      delivery: 'as-written',
    }),
  }),
  transportMutant({
    id: 'content-length-twice',
    title: 'There are two Content-Length headers with different values',
    caughtBy: 'transport.content-length',
    change: (answer) => ({
      ...answer,
      headers: [
        ...withHeader(answer, 'Content-Length', String(answer.body.length)).headers,
        ['Content-Length', '2'],
      ],
      delivery: 'as-written',
    }),
  }),
  transportMutant({
    id: 'chunk-malformed',
    title: 'The length of a chunk is not a number',
    caughtBy: 'transport.complete',
    change: (answer) => ({
      ...withHeader(withoutHeader(answer, 'Content-Length'), 'Transfer-Encoding', 'chunked'),
      body: Buffer.concat([Buffer.from('zz\r\n'), answer.body, Buffer.from('\r\n0\r\n\r\n')]),
      delivery: 'as-written',
    }),
  }),
  transportMutant({
    id: 'body-unended',
    title: 'The answer is chunked and never ends',
    caughtBy: 'transport.complete',
    change: (answer) => ({
      ...answer,
      delivery: 'unended',
    }),
  }),
  transportMutant({
    id: 'answer-garbage',
    title: 'The answer is not HTTP',
    caughtBy: 'transport.complete',
    change: (answer) => ({
      ...withBody(answer, 'SSH-2.0-OpenSSH_9.9\r\n'),
      delivery: 'bare',
    }),
  }),
  transportMutant({
    id: 'answer-dropped',
    title: 'The connection is closed without an answer',
    caughtBy: 'transport.complete',
    change: (answer) => ({
      ...answer,
      delivery: 'dropped',
    }),
  }),
  transportMutant({
    id: 'gzip-unrequested',
    title: 'The body is compressed although the client did not ask for it',
    caughtBy: 'transport.compression',
    change: (answer, call) =>
      call.headers.some(([name, value]) => /^accept-encoding$/i.test(name) && /gzip|\*/i.test(value))
        ? answer
        : withHeader({ ...answer, body: gzipSync(answer.body) }, 'Content-Encoding', 'gzip'),
  }),
  transportMutant({
    id: 'gzip-broken',
    title: 'The body is declared as gzip and cannot be decompressed',
    caughtBy: 'transport.compression',
    change: (answer) =>
      withHeader({ ...answer, body: gzipSync(answer.body).fill(0, 10) }, 'Content-Encoding', 'gzip'),
  }),
  transportMutant({
    id: 'gzip-claimed',
    title: 'The body is declared as gzip but is not compressed',
    caughtBy: 'transport.compression',
    change: (answer) => withHeader(answer, 'Content-Encoding', 'gzip'),
  }),
  transportMutant({
    id: 'deflate-undeclared',
    title: 'The body is compressed without a Content-Encoding header',
    caughtBy: 'transport.compression',
    change: (answer) => ({
      ...answer,
      body: deflateSync(answer.body),
    }),
  }),
];

function transportMutant({
  caughtBy,
  change,
  ...head
}: MutantHead & {
  readonly caughtBy: string;
  readonly change: (answer: Answer, call: Call) => Answer;
}): Mutant {
  const begin = onAnswer(200, change);
  return {
    ...head,
    vendors: everyVendor,
    caughtBy: [caughtBy, 'transport.encoding', 'transport.complete', 'shape.200.json'],
    begin,
  };
}
