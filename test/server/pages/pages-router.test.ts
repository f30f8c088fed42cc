import { request } from 'node:http';
import { pathToFileURL } from 'node:url';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPagesRouter } from '../../../server/pages/pages-router.ts';
import { serve } from '../../support/serve.ts';
import { useFolder } from '../../support/use-folder.ts';

const emptyFolder = useFolder();
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  const docsFolder = pathToFileURL(`${emptyFolder}/`);
  server = await serve(express().use(createPagesRouter({ docsFolder })));
});

afterAll(async () => {
  await server.close();
});

describe('if the docs are not built', () => {
  test('/docs/ explains how to build them', async () => {
    const response = await fetch(`${server.url}/docs/`);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none';/);
    expect(await response.text()).toContain('<code>npm run docs</code>');
  });

  test.each(['nothing.html', 'a/b', '..%2f..%2fpackage.json', '%00'])(
    '/docs/%s is not found',
    async (name) => {
      const response = await fetch(`${server.url}/docs/${name}`);
      expect([response.status, await response.text()]).toEqual([404, 'Not found\n']);
    },
  );

  test('/docs redirects to /docs/', async () => {
    const response = await fetch(`${server.url}/docs`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/docs/']);
  });
});

describe('the commands on the page at /', () => {
  test.each([
    ['localhost:4010', 'http://localhost:4010/sandbox/'],
    ['[::1]:4010', 'http://[::1]:4010/sandbox/'],
    ['<script>', 'http://127.0.0.1:'],
    ["a'; rm -rf b", 'http://127.0.0.1:'],
  ])('for the Host header %s start with %s', async (host, origin) => {
    const page = await landingPageFor(host);
    expect(page).toContain(`<code>curl ${origin}`);
    expect(page).not.toContain('rm -rf');
    expect(page).not.toContain('<script>');
  });
});

/** Uses `node:http`, because `fetch` does not allow another Host header. */
function landingPageFor(host: string): Promise<string> {
  return new Promise((done, failed) => {
    request(server.url, { headers: { host } }, async (response) => {
      done((await response.setEncoding('utf8').toArray()).join(''));
    })
      .on('error', failed)
      .end();
  });
}
