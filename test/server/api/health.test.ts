import express from 'express';
import { expect, test } from 'vitest';
import { createHealthRouter } from '../../../server/api/health-router.ts';
import { captureLog, serve } from '../../support/serve.ts';

test('/readyz answers 503 if the database fails, and only the log contains the reason', async () => {
  const { log, text } = captureLog();
  const store = { ping: () => Promise.reject(new Error('the disk of db-7 is gone')) };
  const server = await serve(express().use(createHealthRouter({ store, log })));
  const ready = await fetch(`${server.url}/readyz`);
  expect([ready.status, ready.headers.get('Retry-After'), await ready.json()]).toEqual([
    503,
    '5',
    { status: 'unavailable' },
  ]);
  expect(text()).toContain('the disk of db-7 is gone');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.close();
});
