import type { RequestListener } from 'node:http';
import { afterAll, describe, expect, test } from 'vitest';
import { causesOf } from '../../../verify/results/causes-of.ts';
import { conclude } from '../../../verify/results/conclusion.ts';
import type { Outcome } from '../../../verify/results/outcome.ts';
import type { VerifyOptions } from '../../../verify/run/verify-options.ts';
import { planRun } from '../../../verify/verify.ts';
import { overHttp } from '../../support/tiny-server.ts';
import { correctSteps, startForeignServer } from './correct-server.ts';
import { foreignTarget } from './verify-foreign.ts';

const server = await startForeignServer(correctSteps);
afterAll(() => server.close());
const target = foreignTarget('junction');

async function runOf(options: Partial<VerifyOptions> & { readonly handler?: RequestListener }) {
  const { handler, ...rest } = options;
  const own = handler === undefined ? null : await overHttp(handler);
  const run = planRun({ baseUrl: own?.url ?? server.url, apis: [target], ...rest });
  const outcomes: Outcome[] = [];
  for await (const outcome of run.outcomes()) outcomes.push(outcome);
  await own?.close();
  const flags = { failOnWarning: false, allowInconclusive: true };
  const conclusion = conclude({ outcomes, items: run.items(), stopReason: run.stopReason(), ...flags });
  const unexplained = outcomes.filter(({ isExplained }) => isExplained !== true);
  return { outcomes, conclusion, causes: causesOf(outcomes), unexplained };
}

function page(status: number, text: string): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/html', Server: 'nginx/1.27' });
    response.end(`<!doctype html><html><title>${text}</title></html>`);
  };
}

const unknown = { id: '0f0f0f0f-0000-4000-8000-00000000abcd' };
const { secondKey: _, ...oneTenant } = target;

describe('One cause explains every check of a run', () => {
  test.each<[string, { run: Parameters<typeof runOf>[0]; text: RegExp; advice: RegExp }]>([
    [
      'whose base URL contains the path',
      {
        run: { baseUrl: `${server.url}/v2/user` },
        text: /^Every request is answered 404\.$/,
        advice: /^Leave \/v2\/user out of --base-url/,
      },
    ],
    [
      'whose base URL is wrong',
      {
        run: { baseUrl: `${server.url}/api` },
        text: /^Every request is answered 404\.$/,
        advice: /^Check --base-url: \/v2\/user\/providers\/\{user_id\} is added to it\.$/,
      },
    ],
    [
      'with a wrong key',
      {
        run: { apis: [{ ...oneTenant, key: 'sk_eu_mistyped-in-the-environment' }] },
        text: /^The key is refused: every request with it is answered 401\.$/,
        advice:
          /^Check the key \(JUNCTION_API_KEY\), .* header x-vital-api-key\. --key-header names another header\.$/i,
      },
    ],
    [
      'with a user that does not exist',
      {
        run: { apis: [{ vendor: 'junction', key: target.key, users: [unknown] }] },
        text: /^The user 0f0f0f0f.* does not exist on this server: the list is answered 404\.$/,
        advice: /--user/,
      },
    ],
    [
      'with a user without connections',
      {
        run: { apis: [{ vendor: 'junction', key: target.key, users: [{ id: target.emptyUser ?? '' }] }] },
        text: /^The user .* has no connections\.$/,
        advice: /--user/,
      },
    ],
    [
      'of a login page',
      {
        run: { handler: page(200, 'Sign in') },
        text: /a login page \(200 by nginx\)\.$/,
        advice: /--base-url/,
      },
    ],
    [
      'of a page from a proxy',
      {
        run: { handler: page(502, 'Bad Gateway') },
        text: /a web page \(502 by nginx\)\.$/,
        advice: /^A proxy/,
      },
    ],
    [
      'of a redirect to https',
      {
        run: {
          handler: ({ url = '', headers }, response) =>
            void response.writeHead(301, { Location: `https://${headers.host}${url}` }).end(),
        },
        text: /^Every request is redirected \(301 to "https:/,
        advice: /^Use https: --base-url https:\/\/127\.0\.0\.1:\d+$/,
      },
    ],
    [
      'of a server that fails everywhere',
      {
        run: {
          handler: (_request, response) =>
            void response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"detail":"no"}'),
        },
        text: /^Every request is answered 500\.$/,
        advice: /log/,
      },
    ],
  ])('%s', async (_, { run, text, advice }) => {
    const { outcomes, causes, conclusion, unexplained } = await runOf(run);
    expect(unexplained.map(({ check, status }) => [check.id, status])).toEqual([]);
    expect(causes).toEqual([
      expect.objectContaining({
        text: expect.stringMatching(text),
        advice: expect.stringMatching(advice),
        curl: expect.stringMatching(/^curl .*\$JUNCTION_API_KEY/),
        explained: outcomes.length,
      }),
    ]);
    const isAllowed = causes[0]?.kind === 'no-items';
    expect(conclusion).toEqual(
      isAllowed
        ? { exitCode: 0, reason: expect.stringMatching(/^No violation of the contract was found/) }
        : { exitCode: 1, reason: causes[0]?.title },
    );
    const failed = outcomes.filter(({ status }) => status === 'failed').map(({ check }) => check.id);
    expect(failed.length, failed.join()).toBeLessThanOrEqual(1);
  });
});

test('A fault that the cause does not explain is reported and counted', async () => {
  const { causes, conclusion, unexplained } = await runOf({
    handler: ({ headers }, response) => {
      const status = headers['x-vital-api-key'] === undefined ? 200 : 401;
      response.writeHead(status, { 'Content-Type': 'application/json', 'X-Trace': 'at /srv/app/index.js' });
      response.end(status === 200 ? '{"providers":[]}' : '{"detail":"Invalid token"}');
    },
  });
  expect(causes.map(({ kind }) => kind)).toEqual(['key']);
  expect(unexplained.filter(({ status }) => status === 'failed').map(({ check }) => check.id)).toEqual(
    expect.arrayContaining([
      'junction.listJunctionProviders.authentication.no-key',
      'junction.listJunctionProviders.leaks.internals',
    ]),
  );
  expect(conclusion).toEqual({
    exitCode: 1,
    reason: expect.stringMatching(/answered 401\. \d checks failed for another reason\.$/),
  });
});

test('A cause fails a run of checks that do not see it', async () => {
  const apis = [{ ...oneTenant, key: 'sk_eu_mistyped-in-the-environment' }];
  const { outcomes, conclusion } = await runOf({ apis, checks: ['transport.encoding'] });
  expect(outcomes.map(({ status }) => status)).toEqual(['passed']);
  expect(conclusion.exitCode).toBe(1);
});

test('A server with one readable list has no cause for everything', async () => {
  const apis = [{ ...target, users: [unknown, ...target.users] }];
  const { causes, outcomes } = await runOf({ apis });
  expect(causes).toEqual([]);
  expect(outcomes.filter(({ status }) => status === 'failed').map(({ check }) => check.id)).toContain(
    'junction.listJunctionProviders.shape.200.status',
  );
});
