import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Contract } from '../../contract/contract.ts';
import type { Operation } from '../../contract/operation.ts';
import type { VendorEntry } from '../../spec/vendor-entry.ts';
import type { ListRules } from '../vendors/vendor-rules.ts';
import { createAgent } from '../wire/create-agent.ts';
import { type Exchange, isTooSlow, type WireRequest } from '../wire/exchange.ts';
import type { MeasuredBody } from '../wire/measure-body.ts';
import type { RateLimiter } from '../wire/rate-limiter.ts';
import { StopError } from '../wire/stop-error.ts';
import { type JsonText, readStrictJson } from '../wire/strict-json.ts';
import { UnreachableError } from '../wire/unreachable-error.ts';
import type { ApiTarget } from './api-target.ts';
import type { BodyFault } from './body-fault.ts';
import { bodySchemaOf, bodyValidatorOf } from './body-validator.ts';
import type { CheckResult } from './check-result.ts';
import { type Credential, keyCredential, keyedEntry, keyVariable } from './credential.ts';
import type { Probe } from './probe.ts';
import { probeCurl, probeRequest, type RequestDefaults } from './probe-request.ts';
import type { Redactor } from './redactor.ts';
import { retryDelay } from './retry-delay.ts';

export interface SessionOptions {
  readonly contract: Contract;
  readonly operation: Operation;
  /** Null if the operation does not list connections. */
  readonly rules: ListRules | null;
  readonly target: ApiTarget;
  /** A key of another API of the run. */
  readonly otherApiKey: string | undefined;
  readonly baseUrl: URL;
  /** The proxy that requests are sent through, if any. */
  readonly proxy?: URL | null;
  readonly unknownUser: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly remote: boolean;
  readonly seed: number;
  readonly retries: number;
  readonly now: () => Date;
  readonly rateLimiter: RateLimiter;
  readonly redactor: Redactor;
  readonly send: (request: WireRequest, agent?: Agent) => Promise<Exchange>;
  /** Sends a request and counts the bytes of the body until the connection is closed. */
  readonly measure: (request: WireRequest) => Promise<MeasuredBody>;
  /** The result so far of the observing check with this id. */
  readonly observed: (checkId: string) => CheckResult;
  /** Called with each exchange. */
  readonly onExchange: (exchange: Exchange, probe: Probe) => void;
  readonly signal?: AbortSignal | undefined;
}

const maxTimeouts = 4;

/** A session with one API of the target: sends requests, caches responses and reads their bodies. */
export class Session {
  readonly options: SessionOptions;
  /** The facts about the vendor, with the header in which the target takes the key. */
  readonly entry: VendorEntry;
  readonly ownKey: Credential;
  /** The last exchange of each probe object. */
  readonly exchanges = new WeakMap<Probe, Exchange>();
  readonly #cache = new Map<string, Promise<Exchange>>();
  readonly #json = new WeakMap<Exchange, JsonText>();
  readonly #faults = new WeakMap<Exchange, readonly BodyFault[]>();
  #timeouts = 0;

  constructor(options: SessionOptions) {
    this.options = options;
    const { vendor, key } = options.target;
    this.entry = keyedEntry(options.target);
    this.ownKey = keyCredential(this.entry, key, `$${keyVariable(vendor)}`);
  }

  /** The user for probes that set none. */
  get primaryUser(): string {
    return this.options.target.users[0]?.id ?? this.options.unknownUser;
  }

  /** Sends a request now. Rejects if the target cannot be reached or the request limit is reached. */
  async ask(probe: Probe): Promise<Exchange> {
    const { rateLimiter, retries, signal, send, onExchange } = this.options;
    if (this.#timeouts >= maxTimeouts)
      throw new StopError('The target stopped responding in time.', 'timeouts');
    const request = this.requestOf(probe);
    this.options.redactor.addSecrets(probe.credential?.secrets ?? []);
    for (let tried = 0; ; tried += 1) {
      await rateLimiter.acquire(signal);
      const exchange = await send(request);
      onExchange(exchange, probe);
      this.exchanges.set(probe, exchange);
      const { result } = exchange;
      if (result.kind === 'broken') {
        if (isTooSlow(result)) this.#timeouts += 1;
        return exchange;
      }
      if (result.status !== 429 && result.status !== 503) return exchange;
      const delay = retryDelay(result.headers['retry-after'], tried, this.options.now());
      if (delay === null) {
        throw new UnreachableError(
          `The target responded with ${result.status} and asks to wait for more than a minute. Try again later, or lower --rate-limit.`,
        );
      }
      if (tried >= retries) {
        if (await this.#dependsOnRequest(probe)) return exchange;
        throw new UnreachableError(
          `The target responded with ${result.status} after ${tried} ${tried === 1 ? 'retry' : 'retries'}. Try again later, or lower --rate-limit.`,
        );
      }
      await wait(delay, undefined, signal === undefined ? {} : { signal });
    }
  }

  /** Whether the 429 or 503 depends on this request: the target responds normally to the usual request. */
  async #dependsOnRequest(probe: Probe): Promise<boolean> {
    const { rateLimiter, signal, send, onExchange } = this.options;
    const [request, usual] = [this.requestOf(probe), this.requestOf({})];
    const isSame = request.method === usual.method && request.path === usual.path;
    if (isSame || usual.method !== 'GET') return false;
    await rateLimiter.acquire(signal);
    const exchange = await send(usual);
    onExchange(exchange, {});
    return (
      exchange.result.kind === 'answer' && exchange.result.status !== 429 && exchange.result.status !== 503
    );
  }

  /** Sends the requests one after the other on one connection, if the target keeps it open. */
  async askInSequence(probes: readonly Probe[]): Promise<readonly Exchange[]> {
    const { baseUrl, proxy = null, rateLimiter, signal, send, onExchange } = this.options;
    const agent = createAgent({ origin: baseUrl, proxy, keepAlive: true });
    const exchanges: Exchange[] = [];
    try {
      for (const probe of probes) {
        await rateLimiter.acquire(signal);
        const exchange = await send(this.requestOf(probe), agent);
        onExchange(exchange, probe);
        this.exchanges.set(probe, exchange);
        exchanges.push(exchange);
        // The connection is not usable, and each later request would wait as long.
        if (exchange.result.kind === 'broken' && isTooSlow(exchange.result)) break;
      }
    } finally {
      agent.destroy();
    }
    return exchanges;
  }

  /** The response to a GET request, which is sent once per run. Rejects for other methods, because they change data. */
  async askOnce(probe: Probe): Promise<Exchange> {
    const { method, path, headers } = this.requestOf(probe);
    if (method !== 'GET')
      throw new Error(`Cannot cache the response to a ${method}: only GET is cached. Use ask.`);
    const name = JSON.stringify([path, headers]);
    const known = this.#cache.get(name) ?? this.ask(probe);
    this.#cache.set(name, known);
    const exchange = await known;
    this.exchanges.set(probe, exchange);
    return exchange;
  }

  /** The body of a response as strict JSON; null if there is no complete response. */
  json(exchange: Exchange): JsonText | null {
    if (exchange.result.kind === 'broken') return null;
    const read = this.#json.get(exchange) ?? readStrictJson(exchange.result.body);
    this.#json.set(exchange, read);
    return read;
  }

  /** The errors of a body against its schema; empty if the body cannot be read or has no schema. */
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

  /** A shell command that sends this probe, with variables for secrets. */
  curl(probe: Probe): string {
    return this.options.redactor.redact(probeCurl(probe, this.#defaults()));
  }

  /** The request for a probe. */
  requestOf(probe: Probe): WireRequest {
    return probeRequest(probe, this.#defaults());
  }

  #defaults(): RequestDefaults {
    const { operation, baseUrl, headers } = this.options;
    return { operation, user: this.primaryUser, baseUrl, headers, credential: this.ownKey };
  }
}
