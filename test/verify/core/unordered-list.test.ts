import { expect, test } from 'vitest';
import { verify } from '../../../verify/verify.ts';
import { overHttp } from '../tiny-server.ts';

test.each([
  [false, 'warning'],
  [true, 'failed'],
])(
  'A list without a stable order, which no page promises, with strict %s is a %s',
  async (strict, status) => {
    let round = 0;
    const server = await overHttp((_request, response) => {
      const slugs = ['garmin', 'oura', 'polar'].map((slug) => ({ slug, name: slug }));
      round += 1;
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ providers: round % 2 === 0 ? slugs : slugs.toReversed() }));
    });
    const apis = [{ vendor: 'junction', key: 'sk_us_a-key', users: [{ id: 'u' }] } as const];
    const ended: string[] = [];
    for await (const outcome of verify({ baseUrl: server.url, apis, strict, checks: ['meaning.stable'] }))
      ended.push(outcome.status);
    await server.close();
    expect(ended).toEqual([status]);
  },
);
