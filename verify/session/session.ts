import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { Contract } from '../../contract/contract.ts';
import { ExplainedError } from '../../contract/explained-error.ts';
import type { Operation } from '../../contract/operation.ts';
import { vendorEntry } from '../../spec/vendors.ts';
import type { ListRules } from '../vendors/vendor-rules.ts';
import type { Exchange, WireRequest } from '../wire/exchange.ts';
import type { MeasuredBody } from '../wire/measure-body.ts';
import type { Pacer } from '../wire/pacer.ts';
import { type JsonText, readStrictJson } from '../wire/strict-json.ts';
import type { ApiTarget } from './api-target.ts';
import type { BodyFault } from './body-fault.ts';
import { bodySchemaOf, bodyValidatorOf } from './body-validator.ts';
import type { CheckResult } from './check-result.ts';
import type { Confidentiality } from './confidentiality.ts';
import { type Credential, keyCredential, keyVariable } from './credential.ts';
import type { Probe } from './probe.ts';
import { probeCurl, probeRequest, type StandardRequest } from './probe-request.ts';
import { retryDelay } from './retry-delay.ts';

export interface SessionOptions {
  readonly contract: Contract;
  readonly operation: Operation;
  /** Null if the operation does not list connections. */
  readonly rules: ListRules | null;
  readonly target: ApiTarget;
  /** A key that another API of the run takes. */
  readonly otherApiKey: string | undefined;
  readonly baseUrl: URL;
  readonly unknownUser: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly remote: boolean;
  readonly seed: number;
  readonly retries: number;
  readonly now: () => Date;
  readonly pacer: Pacer;
  readonly confidentiality: Confidentiality;
  readonly send: (request: WireRequest, agent?: Agent) => Promise<Exchange>;
  /** Sends a request and counts the bytes of the body that come until the connection is closed. */
  readonly measure: (request: WireRequest) => Promise<MeasuredBody>;
  /** What the observing check of this id has found so far. */
  readonly observed: (checkId: string) => CheckResult;
  /** Is told of each exchange as it comes. */
  readonly onExchange: (exchange: Exchange, probe: Probe) => void;
  readonly signal?: AbortSignal | undefined;
}

const mostSilences = 4;

/** The verifier's talk with one API of the target: asks, remembers and reads answers. */
export class Session {
  readonly options: SessionOptions;
  readonly ownKey: Credential;
  readonly #remembered = new Map<string, Promise<Exchange>>();
  readonly #json = new WeakMap<Exchange, JsonText>();
  readonly #faults = new WeakMap<Exchange, readonly BodyFault[]>();
  #silences = 0;

  constructor(options: SessionOptions) {
    this.options = options;
    const { vendor, key } = options.target;
    this.ownKey = keyCredential(vendorEntry(vendor), key, `$${keyVariable(vendor)}`);
  }

  /** The user who is asked for where a probe names none. */
  get primaryUser(): string {
    return this.options.target.users[0]?.id ?? this.options.unknownUser;
  }

  /** Asks now. Rejects where the target cannot be asked, or the limit of requests is reached. */
  async ask(probe: Probe): Promise<Exchange> {
    const { pacer, retries, signal, send, onExchange } = this.options;
    if (this.#silences >= mostSilences)
      throw new ExplainedError('The target has stopped answering in time.', { kind: 'silent' });
    const request = this.requestOf(probe);
    this.options.confidentiality.keep(probe.credential?.secrets ?? []);
    for (let tried = 0; ; tried += 1) {
      await pacer.turn(signal);
      const exchange = await send(request);
      onExchange(exchange, probe);
      const { result } = exchange;
      if (result.kind === 'broken') {
        if (result.fault === 'silent' || result.fault === 'slow') this.#silences += 1;
        return exchange;
      }
      if (result.status !== 429 && result.status !== 503) return exchange;
      const delay = retryDelay(result.headers['retry-after'], tried, this.options.now());
      if (delay === null) {
        throw new ExplainedError(
          `The target answers ${result.status}, and asks to wait for more than a minute. Try later, or lower --rate-limit.`,
          { kind: 'busy' },
        );
      }
      if (tried >= retries) {
        if (await this.#isAboutRequest(probe)) return exchange;
        throw new ExplainedError(
          `The target answers ${result.status}, also after ${tried} more ${tried === 1 ? 'try' : 'tries'}. Try later, or lower --rate-limit.`,
          { kind: 'busy' },
        );
      }
      await wait(delay, undefined, signal === undefined ? {} : { signal });
    }
  }

  /** Whether the target, which is busy with this request, answers another one. */
  async #isAboutRequest(probe: Probe): Promise<boolean> {
    const { pacer, signal, send, onExchange } = this.options;
    const [request, usual] = [this.requestOf(probe), this.requestOf({})];
    const isSame = request.method === usual.method && request.path === usual.path;
    if (isSame || usual.method !== 'GET') return false;
    await pacer.turn(signal);
    const exchange = await send(usual);
    onExchange(exchange, {});
    return (
      exchange.result.kind === 'answer' && exchange.result.status !== 429 && exchange.result.status !== 503
    );
  }

  /** Asks these one after the other along one connection, as far as the target keeps it. */
  async askInTurn(probes: readonly Probe[]): Promise<readonly Exchange[]> {
    const { baseUrl, pacer, signal, send, onExchange } = this.options;
    const agent = new (baseUrl.protocol === 'https:' ? HttpsAgent : Agent)({
      keepAlive: true,
      maxSockets: 1,
    });
    const exchanges: Exchange[] = [];
    try {
      for (const probe of probes) {
        await pacer.turn(signal);
        const exchange = await send(this.requestOf(probe), agent);
        onExchange(exchange, probe);
        exchanges.push(exchange);
      }
    } finally {
      agent.destroy();
    }
    return exchanges;
  }

  /** The answer to this request, asked for once in a run. Rejects anything but a GET: only that is the same each time. */
  async recall(probe: Probe): Promise<Exchange> {
    const { method, path, headers } = this.requestOf(probe);
    if (method !== 'GET') throw new Error(`A ${method} is not recalled: each one counts. Use ask.`);
    const name = JSON.stringify([path, headers]);
    const known = this.#remembered.get(name) ?? this.ask(probe);
    this.#remembered.set(name, known);
    return known;
  }

  /** The body of an answer, read strictly; null where there is no whole answer. */
  json(exchange: Exchange): JsonText | null {
    if (exchange.result.kind === 'broken') return null;
    const read = this.#json.get(exchange) ?? readStrictJson(exchange.result.body);
    this.#json.set(exchange, read);
    return read;
  }

  /** What the contract has against the body of an answer; empty where it cannot be read or has no schema. */
  bodyFaults(exchange: Exchange, operation: Operation): readonly BodyFault[] {
    const known = this.#faults.get(exchange);
    if (known !== undefined) return known;
    const json = this.json(exchange);
    const { result } = exchange;
    if (json?.ok !== true || result.kind === 'broken') return [];
    const response = operation.responses.get(result.status);
    const pointer = response === undefined ? null : bodySchemaOf(response);
    const faults = pointer === null ? [] : bodyValidatorOf(this.options.contract)(pointer, json.value);
    this.#faults.set(exchange, faults);
    return faults;
  }

  /** A command that sends this probe, with variables for what is secret. */
  curl(probe: Probe): string {
    return this.options.confidentiality.redact(probeCurl(probe, this.#standard()));
  }

  /** The request that a probe stands for. */
  requestOf(probe: Probe): WireRequest {
    return probeRequest(probe, this.#standard());
  }

  #standard(): StandardRequest {
    const { operation, baseUrl, headers } = this.options;
    return { operation, user: this.primaryUser, baseUrl, headers, credential: this.ownKey };
  }
}
