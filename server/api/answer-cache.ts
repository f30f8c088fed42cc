// The cache of validated answers. Each answer is valid for one version of its workspace.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Contract } from '../../contract/contract.ts';
import type { Operation, SecurityScheme } from '../../contract/operation.ts';
import type { WorkspaceSnapshot } from '../store/api-keys.ts';
import { presentedKeys } from './authenticate.ts';
import type { RequestSubject } from './journal-entry.ts';

/** Cache size. The least recently used answer is evicted first. */
const maximumBytes = 32 * 1024 * 1024;

/** Memory of an entry without its name and body: its headers and the structures that hold it. */
const entryBytes = 1024;

/** A validated 200 as it was sent. It may be sent again as long as its workspace has the same version and nothing is due. */
export interface CachedAnswer {
  readonly version: WorkspaceSnapshot['version'];
  readonly validUntil: WorkspaceSnapshot['validUntil'];
  /** Names and values alternate. The id of the request is not included. */
  readonly headers: readonly string[];
  readonly body: string;
  readonly encoding: 'latin1' | 'utf8';
  /** The size of the body. */
  readonly bytes: number;
  readonly subject: RequestSubject;
  /** The path as the log shows it, without keys. */
  readonly path: string;
}

/** A cached answer to a request. It may be sent if its workspace still has that version. */
export interface CacheHit {
  readonly workspaceId: WorkspaceSnapshot['workspaceId'];
  readonly answer: CachedAnswer;
}

/** The cached answers of one API. */
export interface AnswerCache {
  /** The answer to an equal GET with equal declared headers; null if the answer or the key is not cached. */
  find(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): CacheHit | null;
  /** Adds an answer. `url` is the repaired URL of the request. */
  add(
    request: { readonly url: string; readonly headers: IncomingHttpHeaders },
    snapshot: WorkspaceSnapshot,
    answer: Omit<CachedAnswer, 'version' | 'validUntil'>,
  ): void;
}

/**
 * Makes an empty cache for one API. An answer is stored under its workspace, its exact URL and the headers that the
 * contract declares. Nothing is found for a request with `Prefer` or with a body.
 */
export function createAnswerCache(options: {
  readonly contract: Contract;
  /** True if answers of this operation are added. */
  readonly isCached: (operation: Operation) => boolean;
  /** The workspace of a key when the key was last found; null if the key is not cached. */
  readonly recallKey: (
    key: string,
    scheme: SecurityScheme,
  ) => Pick<WorkspaceSnapshot, 'workspaceId' | 'version'> | null;
  /** The base clock. */
  readonly now: () => string;
}): AnswerCache {
  const { contract, isCached, recallKey, now } = options;
  const { schemes, declaredHeaders } = inputOf([...contract.operations.values()].filter(isCached));
  const answers = new LRUCache<string, CachedAnswer>({
    maxSize: maximumBytes,
    // A character takes at most two bytes. One of a URL takes one, but the path for the log may keep a second copy alive.
    sizeCalculation: ({ body }, name) => entryBytes + 2 * (body.length + name.length),
  });

  function nameOf(workspaceId: string, url: string, headers: IncomingHttpHeaders): string {
    let name = `${workspaceId}\n${url}`;
    for (const header of declaredHeaders) name += `\n${headers[header] ?? ''}`;
    return name;
  }

  return {
    find({ method, url = '', headers }) {
      if (method !== 'GET' || headers.prefer !== undefined || hasBody(headers)) return null;
      const [presented] = presentedKeys(headers, schemes);
      const snapshot = presented === undefined ? null : recallKey(presented.key, presented.scheme);
      if (snapshot === null) return null;
      const { workspaceId, version } = snapshot;
      const answer = answers.get(nameOf(workspaceId, url, headers));
      if (answer?.version !== version) return null;
      const isDue = answer.validUntil !== Number.POSITIVE_INFINITY && Date.parse(now()) >= answer.validUntil;
      return isDue ? null : { workspaceId, answer };
    },
    add({ url, headers }, { workspaceId, version, validUntil }, answer) {
      answers.set(nameOf(workspaceId, url, headers), { version, validUntil, ...answer });
    },
  };
}

function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** What the answers of operations can depend on, except the URL: their keys, and the headers that they declare. */
function inputOf(all: readonly Operation[]): {
  readonly schemes: readonly SecurityScheme[];
  readonly declaredHeaders: readonly string[];
} {
  const schemes = all.flatMap(({ security }) => security.filter((scheme) => scheme !== null));
  const headers = all.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => (parameter.in === 'header' ? [parameter.name.toLowerCase()] : [])),
  );
  return {
    schemes: [...new Map(schemes.map((scheme) => [scheme.schemeName, scheme])).values()],
    declaredHeaders: [...new Set(headers)],
  };
}
