import { connect } from 'node:net';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import type { MutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { startPrism } from '../support/start-prism.ts';

/** What the Prism validation proxy makes of mutants. */
export interface PrismValidation {
  /** Whether it reports anything of an answer to these requests that it does not report of the unmutated server. */
  reports(mutant: Mutant): Promise<boolean>;
  close(): Promise<void>;
}

export interface PrismValidationOptions {
  /** The contract's file, from the root of the project. */
  readonly document: string;
  readonly proxy: MutatingProxy;
  /** As they go over the wire, each on a connection of its own. */
  readonly requests: readonly Buffer[];
}

const timeoutMilliseconds = 5_000;

/** It judges each answer by itself, so of the largest pages, which take long, these are enough. */
const [largePage, mostLargePages] = [100_000, 3];

/**
 * Starts Prism's proxy in front of the mutating one. What it reports stands in the header `sl-violations`; an answer
 * that it cannot pass on counts as reported too. Requests of which Prism itself ends are left out.
 */
export async function startPrismValidation({
  document,
  proxy,
  requests,
}: PrismValidationOptions): Promise<PrismValidation> {
  let prism = await startPrism('proxy', document, proxy.url);
  const bearable: Buffer[] = [];
  const usual: string[] = [];
  let largePages = 0;
  proxy.setMutant(null);
  for (const request of requests.filter(isDecodable).map(withoutKeepAlive)) {
    const answer = await exchange(prism.url, request);
    if (answer === '') throw new Error(`Prism does not answer: ${request.toString().slice(0, 200)}`);
    if (answer.length > largePage) largePages += 1;
    if (answer.length > largePage && largePages > mostLargePages) continue;
    bearable.push(request);
    usual.push(violationsIn(answer));
  }
  return {
    async reports(mutant) {
      proxy.setMutant(mutant);
      for (const [index, request] of bearable.entries()) {
        const answer = await exchange(prism.url, request);
        if (answer === '') {
          // It has ended over the answer, or waits for the rest of it: whoever uses it sees that.
          await prism.close();
          prism = await startPrism('proxy', document, proxy.url);
          return true;
        }
        if (violationsIn(answer) !== usual[index]) return true;
      }
      return false;
    },
    close: () => prism.close(),
  };
}

/** Prism ends where a path is not UTF-8. */
function isDecodable(request: Buffer): boolean {
  try {
    decodeURIComponent(/^GET (\S+)/.exec(request.toString('latin1'))?.[1] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** An exchange ends with its connection. */
function withoutKeepAlive(request: Buffer): Buffer {
  return Buffer.from(request.toString('latin1').replace(/^(Connection: )keep-alive/im, '$1close'), 'latin1');
}

/** What is reported of the answer, not of the request. */
function violationsIn(answer: string): string {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  if (/prism\/errors/.test(body)) return 'Prism cannot pass it on';
  const header = /^sl-violations: (.*)$/im.exec(head)?.[1];
  if (header === undefined) return '';
  const all: unknown = JSON.parse(header);
  return JSON.stringify(
    Array.isArray(all) ? all.filter(({ location: [where] }) => where === 'response') : all,
  );
}

function exchange(url: string, request: Buffer): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(request));
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(chunks).toString('latin1'));
    };
    const timer = setTimeout(finish, timeoutMilliseconds);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.once('error', finish);
    socket.once('close', finish);
  });
}
