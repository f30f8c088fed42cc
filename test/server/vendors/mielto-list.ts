import { expect } from 'vitest';
import { scenarioUsers } from '../../../spec/scenarios.ts';
import { ask, type RawAnswer } from '../../support/raw-http.ts';
import { listPath, validKey } from '../../support/vendor-calls.ts';

export interface Page {
  readonly connections: readonly {
    readonly id: string;
    readonly status: string;
    readonly integration_type: string;
    readonly created_at: string;
  }[];
  readonly total: number;
  readonly page: number;
  readonly size: number;
}

export function list(
  url: string,
  scenario: (typeof scenarioUsers)[number]['name'],
  query: string,
  headers = {},
): Promise<RawAnswer> {
  const userId = scenarioUsers.find(({ name }) => name === scenario)?.userId ?? '';
  const path = `${listPath('mielto', userId)}?${query}`;
  return ask(url, { path, headers: { ...validKey('mielto'), ...headers } });
}

export async function pageOf(...request: Parameters<typeof list>): Promise<Page> {
  const { status, json } = await list(...request);
  expect(status).toBe(200);
  return json as Page;
}
