// The one cache on the path of a request: validated answers, each good for one version of its workspace.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { Contract } from '../../contract/contract.ts';
import type { SecurityScheme } from '../../contract/operation.ts';
import type { WorkspaceSnapshot } from '../store/api-keys.ts';
import { presentedKey } from './authenticate.ts';

/** So many bytes of answers are remembered. The one that was used longest ago is forgotten first. */
const mostBytes = 32 * 1024 * 1024;

/** What an entry takes beside its name and its body: its headers and the places where all is kept. */
const entryBytes = 1024;

/** A validated 200 as it left, to be sent again while its workspace has the same version. */
export interface RememberedAnswer {
  readonly version: WorkspaceSnapshot['version'];
  /** Names and values in turns, without the id of the request. */
  readonly headers: readonly string[];
  readonly body: string;
  readonly encoding: 'latin1' | 'utf8';
  /** How the log tells the path, without keys. */
  readonly path: string;
}

/** An answer that is remembered for a request, to be sent if its workspace still has that version. */
export interface Recalled {
  readonly workspaceId: WorkspaceSnapshot['workspaceId'];
  readonly answer: RememberedAnswer;
}

/** The answers of one API. */
export interface AnswerMemory {
  /** The answer to the same GET with the same declared headers; null if there is none, or the key is not remembered. */
  recall(request: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Recalled | null;
  /** Keeps an answer. `url` is that of the request, made well formed. */
  remember(
    request: { readonly url: string; readonly headers: IncomingHttpHeaders },
    snapshot: WorkspaceSnapshot,
    answer: Omit<RememberedAnswer, 'version'>,
  ): void;
}

/**
 * Makes the memory of one API, which remembers nothing yet. An answer is kept by its workspace, the exact URL and the
 * headers that the contract declares. A request with `Prefer` or with a body is never asked about.
 */
export function createAnswerMemory(options: {
  readonly contract: Contract;
  /** The workspace of a key that was seen before, as it was then. */
  readonly recallKey: (key: string) => WorkspaceSnapshot | null;
}): AnswerMemory {
  const { recallKey } = options;
  const { schemes, declaredHeaders } = inputOf(options.contract);
  const answers = new LRUCache<string, RememberedAnswer>({
    maxSize: mostBytes,
    // A character takes two bytes at most. Those of a URL take one, but the path for the log may keep the URL alive too.
    sizeCalculation: ({ body }, name) => entryBytes + 2 * (body.length + name.length),
  });

  function nameOf(workspaceId: string, url: string, headers: IncomingHttpHeaders): string {
    let name = `${workspaceId}\n${url}`;
    for (const header of declaredHeaders) name += `\n${headers[header] ?? ''}`;
    return name;
  }

  return {
    recall({ method, url = '', headers }) {
      if (method !== 'GET' || headers.prefer !== undefined || hasBody(headers)) return null;
      for (const scheme of schemes) {
        const key = presentedKey(headers, scheme);
        const snapshot = key === null ? null : recallKey(key);
        if (snapshot === null) continue;
        const { workspaceId, version } = snapshot;
        const answer = answers.get(nameOf(workspaceId, url, headers));
        return answer?.version === version ? { workspaceId, answer } : null;
      }
      return null;
    },
    remember({ url, headers }, { workspaceId, version }, answer) {
      answers.set(nameOf(workspaceId, url, headers), { version, ...answer });
    },
  };
}

function hasBody(headers: IncomingHttpHeaders): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** What the answers of an API can depend on beside the URL: its keys, and the headers that its operations declare. */
function inputOf({ operations }: Contract): {
  readonly schemes: readonly SecurityScheme[];
  readonly declaredHeaders: readonly string[];
} {
  const all = [...operations.values()];
  const schemes = all.flatMap(({ security }) => security.filter((scheme) => scheme !== null));
  const headers = all.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => (parameter.in === 'header' ? [parameter.name.toLowerCase()] : [])),
  );
  return {
    schemes: [...new Map(schemes.map((scheme) => [scheme.schemeName, scheme])).values()],
    declaredHeaders: [...new Set(headers)],
  };
}
