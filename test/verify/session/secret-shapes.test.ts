import { describe, expect, test } from 'vitest';
import { namesSecret, tokenKindIn } from '../../../verify/session/secret-shapes.ts';

test.each<[string, string]>([
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'a JSON Web Token'],
  ['scope="eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0."', 'a JSON Web Token'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE', 'a private key'],
  ['-----BEGIN PRIVATE KEY-----', 'a private key'],
  ['sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'a payment key'],
  ['key sk_us_Zm9vYmFyYmF6 was refused', "a key of Junction's"],
  ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'a token of a code host'],
  ['glpat-abcdefghij0123456789', 'a token of a code host'],
  ['xoxb-123456789012-abcdef', 'a Slack token'],
  ['ya29.a0AfH6SMBx', 'a Google key or token'],
  ['1//0gdR2v4kQm9s8T7u6v5w4x', 'a Google key or token'],
  ['AKIAIOSFODNN7EXAMPLE', 'an AWS key'],
  ['sk-proj-abcdefghij0123456789', 'an API key'],
  ['Bearer 8f14e45fceea167a5a36', 'an Authorization header'],
  ['authorization: Basic dXNlcjpzZWNyZXQtMQ==', 'Basic credentials'],
  ['https://provider.example/cb?access_token=hunter2hunter', 'a named secret'],
  ['{"password":"hunter2hunter2"}', 'a named secret'],
  ['refresh_token: 8xLOxBtZp8', 'a named secret'],
  ['postgres://app:s3cret@db/connections', 'a password in an address'],
])('%j contains a credential', (text, kind) => {
  expect(tokenKindIn(text)).toBe(kind);
});

test.each([
  '',
  '550e8400-e29b-41d4-a716-446655440000',
  'garmin',
  'my_fitness_pal_v2',
  'health_connect',
  'activity:read_all,activity:write',
  'ACTIVITY_EXPORT HEALTH_EXPORT',
  'https://www.googleapis.com/auth/fitness.activity.read',
  "Ana's training plans: running and sleep",
  'Ask the token holder for basic permissions',
  'The scheme is Bearer authentication/authorization',
  'Basic internationalization',
  'password: required',
  'api_key: not-recognised-by-anybody',
  'The access_token has expired; connect again',
  '2024-03-15T10:30:00.123456+00:00',
  'https://cdn.example.com/logos/garmin@2x.png?v=3',
  'https://example.com:8443/logo.svg?by=ana@example.com',
  'cred_0000_4',
  'W/"5d41402abc4b2a76b9719d911017c592"',
  'req_01HZX4Q2M8T6W9K3',
  '7f9c24e5a1b2c3d4e5f60718293a4b5c',
  'eyJ is how many such texts begin',
])('%j contains no credential', (text) => {
  expect(tokenKindIn(text)).toBeNull();
});

test.each([
  ...['access_token', 'accessToken', 'ACCESS-TOKEN', 'id_token', 'token', 'bearer', 'client_secret'],
  ...['secret', 'apiKey', 'private_key', 'password', 'passphrase', 'Authorization', 'cookie', 'credentials'],
])('The key %s names a secret', (key) => {
  expect(namesSecret(key)).toBe(true);
});

test.each([
  'credential_id',
  'max_tokens',
  'token_limit',
  'token_type',
  'tokens',
  'keyboard',
  'secretary',
  '',
])('The key %j does not name a secret', (key) => {
  expect(namesSecret(key)).toBe(false);
});

describe('A long text is searched in linear time, even if it repeats', () => {
  /** Small enough for a quadratic pattern to end at all, although after the timeout of a test. */
  const size = 256 * 1024;
  test.each([
    'eyJ-',
    'eyJaaaaaaaaa-',
    'eyJaaaaaaaa.',
    'sk-',
    'Basic ',
    'password=',
    'password ',
    '://a:',
    'Bearer ',
    '-----BEGIN A ',
  ])('%j', (part) => {
    expect([null, expect.any(String)]).toContainEqual(tokenKindIn(part.repeat(size / part.length)));
  });
});
