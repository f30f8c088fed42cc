import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RawAnswer } from '../../../support/raw-http.ts';
import { useFolder } from '../../../support/use-folder.ts';
import { openai, useMieltoServer } from './mielto-server.ts';

const folder = useFolder();
const server = useMieltoServer({ data: join(folder, 'connections.sqlite') });

test('what a client sends as credentials, code or state is in no answer, no log line and no file', async () => {
  const secrets = ['first-secret-7f3a', 'second-secret-7f3a', 'third-secret-7f3a', 'short7f'];
  const [first, second, third, short] = secrets;
  const answers: RawAnswer[] = [];
  const call = async (...request: Parameters<typeof server.call>) => {
    const answer = await server.call(...request);
    answers.push(answer);
    return answer;
  };
  const path = '/api/v1/connections';
  const created = await call('POST', path, {
    body: { ...openai, user_id: 'customer-42', credentials: { api_key: first, other: first } },
  });
  const { id } = created.json as { id: string };
  await call('PUT', `${path}/${id}`, { body: { credentials: { api_key: second } } });
  await call('PUT', `${path}/${id}`, { body: { credentials: { api_key: short } } });
  await call('POST', path, {
    body: { ...openai, integration_type: 'tool', credentials: { api_key: third } },
  });
  await call('POST', path, { body: { ...openai, label: 7, credentials: { api_key: third } } });
  await call('POST', path, { body: { ...openai, credentials: third } });
  await call('GET', `${path}/users/customer-42`);
  await call('GET', `${path}/${id}`);
  const started = await call('POST', '/api/v1/oauth/initiate', {
    body: { integration_id: 'gmail', user_id: 'customer-42' },
  });
  const { state } = started.json as { state: string };
  await server.decide(state);
  const finished = await call('GET', `/api/v1/oauth/callback?state=${state}&code=the-code`);

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 422, 422, 422, 422, 200, 200, 200, 303]);
  for (const secret of secrets)
    for (const answer of answers) expect(answer.text + JSON.stringify(answer.headers)).not.toContain(secret);
  expect(JSON.stringify(finished.headers)).not.toContain('the-code');

  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  const kept = [...files, server.log.text()];
  expect(files.join('')).toContain('customer-42');
  expect(server.log.text()).toContain('/api/v1/oauth/callback');
  for (const secret of [...secrets, state, 'the-code']) expect(kept.join('')).not.toContain(secret);
});
