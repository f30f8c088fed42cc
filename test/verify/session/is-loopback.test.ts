import { expect, test } from 'vitest';
import { isLoopback } from '../../../verify/session/is-loopback.ts';

test.each([
  'http://localhost:4010',
  'http://LOCALHOST.',
  'http://api.localhost',
  'http://127.0.0.1',
  'http://127.1',
  'http://127.255.255.254',
  'http://0.0.0.0:8080',
  'http://0',
  'http://[::1]',
  'http://[::]',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:7f00:1]',
  'http://[::ffff:0.0.0.0]',
])('%s is on this machine', (url) => {
  expect(isLoopback(new URL(url).hostname)).toBe(true);
});

test.each([
  'http://10.0.0.1',
  'http://0.0.0.1',
  'http://126.255.255.255',
  'http://128.0.0.1',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://notlocalhost',
  'http://[::2]',
  'http://[::ffff:10.0.0.1]',
  'http://[::127.0.0.1]',
  'http://[2001:db8::1]',
])('%s is remote', (url) => {
  expect(isLoopback(new URL(url).hostname)).toBe(false);
});
