import type { ApiTarget } from '../../../../verify/session/api-target.ts';
import { startCorrectServer } from '../correct-server.ts';
import { type FastApiOptions, startFastApi } from '../fastapi/fastapi-server.ts';
import { pydantic1 } from '../fastapi/pydantic-1.ts';
import { pydantic2 } from '../fastapi/pydantic-2.ts';
import { bothRuns, type ForeignServer } from '../foreign-server.ts';
import { foreignTarget } from '../verify-foreign.ts';
import { startExpressServer } from './express-server.ts';
import { startNginx } from './nginx-proxy.ts';
import { startSpringServer } from './spring-server.ts';

const nothing = bothRuns({ byDefault: [], strict: [] });
const allApis = (['open-wearables', 'junction', 'mielto'] as const).map(foreignTarget);

/** FastAPI decodes a path before it is matched, so an id with a slash cannot be requested. */
const mielto = foreignTarget('mielto');
const fastApiTargets: readonly ApiTarget[] = [
  foreignTarget('junction'),
  { ...mielto, users: mielto.users.filter(({ id }) => !id.includes('/')) },
];

/** Pydantic accepts a UUID without hyphens, in braces and as a URN. The format of the page's schema is another one. */
const otherNotations = 'junction.listJunctionProviders.input.user_id.malformed';
const times = 'junction.listJunctionProviders.shape.200.times';
/** HEAD is another method than GET for FastAPI. */
const headRefused = [
  'junction.listJunctionProviders.transport.head',
  'mielto.listMieltoConnections.transport.head',
];

function fastApi(name: string, options: FastApiOptions, differs: readonly string[]): ForeignServer {
  return {
    name: `FastAPI with ${name}`,
    // A redirect would repeat the Host of the request.
    start: () => startFastApi({ redirectSlashes: false, ...options }),
    apis: fastApiTargets,
    runs: bothRuns({
      byDefault: differs.map((check) => `warning ${check}`),
      strict: [...differs, ...headRefused].map((check) => `failed ${check}`),
    }),
  };
}

async function startBehindNginx(lineLimit: number) {
  const upstream = await startExpressServer();
  const proxy = await startNginx({ upstream: upstream.url, lineLimit });
  return { url: proxy.url, close: () => proxy.close().then(() => upstream.close()) };
}

/** Servers that conform to the contracts, as other teams write and deploy them. */
export const conformingServers: readonly ForeignServer[] = [
  fastApi('pydantic 1', { pydantic: pydantic1 }, [otherNotations]),
  // Junction's examples write UTC as +00:00.
  fastApi('pydantic 2', { pydantic: pydantic2(), utc: '+00:00' }, [otherNotations]),
  fastApi('pydantic 2, times with Z', { pydantic: pydantic2() }, [otherNotations, times]),
  fastApi('an early pydantic 2', { pydantic: pydantic2({ url: true }), utc: '+00:00' }, [otherNotations]),
  {
    name: 'Spring',
    start: startSpringServer,
    apis: allApis,
    // The texts of its errors are those of the framework.
    runs: bothRuns({
      byDefault: [],
      strict: ['failed open-wearables.listOpenWearablesConnections.shape.error-texts'],
    }),
  },
  { name: 'Express', start: startExpressServer, apis: allApis, runs: nothing },
  {
    name: 'plain HTTP, lists in another order',
    start: startCorrectServer,
    apis: allApis,
    runs: bothRuns({
      byDefault: [],
      strict: [
        'failed open-wearables.listOpenWearablesConnections.meaning.order',
        'failed junction.listJunctionProviders.meaning.order',
        'failed mielto.listMieltoConnections.meaning.order',
      ],
    }),
  },
  {
    name: 'nginx in front of Express',
    start: () => startBehindNginx(8192),
    apis: allApis,
    runs: nothing,
  },
  {
    name: 'nginx with small buffers in front of Express',
    start: () => startBehindNginx(4096),
    apis: allApis,
    runs: nothing,
  },
];
