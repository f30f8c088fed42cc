import { randomUUID } from 'node:crypto';
import express from 'express';
import { serve } from '../../support/serve.ts';
import type { Platform } from './platform.ts';

/** Starts an application in which a person connects accounts, sees them and disconnects them. */
export async function startApplication(platform: Platform): Promise<{ url: string; close(): Promise<void> }> {
  /** The person of each URL to return to. Each is used once, and cannot be guessed. */
  const attempts = new Map<string, string>();
  const app = express();

  app.get('/people/:person/connect', async ({ params: { person } }, response) => {
    const attempt = randomUUID();
    attempts.set(attempt, person);
    const userId = await platform.ensureUser(person);
    response.redirect(303, await platform.startLink(userId, `${application.url}/linked/${attempt}`));
  });

  app.get('/linked/:attempt', async ({ params: { attempt }, url }, response) => {
    const person = attempts.get(attempt);
    if (person === undefined) return void response.status(404).json({ kind: 'unknown' });
    attempts.delete(attempt);
    const { searchParams } = new URL(url, application.url);
    response.json(await platform.finishLink(await platform.ensureUser(person), searchParams));
  });

  app.get('/people/:person/accounts', async ({ params: { person } }, response) => {
    response.json(await platform.listAccounts(await platform.ensureUser(person)));
  });

  app.delete('/people/:person/accounts', async ({ params: { person } }, response) => {
    await platform.disconnect(await platform.ensureUser(person));
    response.status(204).end();
  });

  const application = await serve(app);
  return application;
}
