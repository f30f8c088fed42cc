import { connect } from 'node:net';
import type { Mutant } from '../../mutants/proxy/mutant.ts';
import type { MutatingProxy } from '../../mutants/proxy/mutating-proxy.ts';
import { startPrism } from '../support/start-prism.ts';

/** The Prism validation proxy in front of mutants. */
export interface PrismValidation {
  /** Whether it reports anything for an answer to these requests that it does not report for the unmutated server. */
  reports(mutant: Mutant): Promise<boolean>;
  close(): Promise<void>;
}

export interface PrismValidationOptions {
  /** The path of the contract from the root of the project. */
  readonly document: string;
  readonly proxy: MutatingProxy;
  /** The bytes of each request. Each is sent on its own connection. */
  readonly requests: readonly Buffer[];
}

const timeoutMilliseconds = 5_000;

/** Prism checks each answer separately, and large pages take long, so a few of them are enough. */
const [largePage, mostLargePages] = [100_000, 3];

/**
 * Starts Prism's proxy in front of the mutating proxy. Its reports are in the header `sl-violations`. An answer that it
 * cannot pass on also counts as reported. Requests that crash Prism are left out.
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
          // Prism has crashed, or waits for the rest of the answer. Its users notice both.
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

/** Prism crashes if a path is not UTF-8. */
function isDecodable(request: Buffer): boolean {
  try {
    decodeURIComponent(/^GET (\S+)/.exec(request.toString('latin1'))?.[1] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** The exchange ends when the connection closes. */
function withoutKeepAlive(request: Buffer): Buffer {
  return Buffer.from(request.toString('latin1').replace(/^(Connection: )keep-alive/im, '$1close'), 'latin1');
}

/** The violations of the answer, without those of the request. */
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
