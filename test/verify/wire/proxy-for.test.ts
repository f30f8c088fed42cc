import { describe, expect, test } from 'vitest';
import { proxyFor } from '../../../verify/wire/proxy-for.ts';

const proxyOf = (target: string, environment: Readonly<Record<string, string | undefined>>) =>
  proxyFor(new URL(target), environment)?.href ?? null;

describe('The proxy of a target', () => {
  test.each<[string, string, Readonly<Record<string, string | undefined>>, string | null]>([
    [
      'is that of its scheme',
      'http://a.test',
      { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' },
      'http://p:1/',
    ],
    [
      'is another for https',
      'https://a.test',
      { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://q:2' },
      'http://q:2/',
    ],
    ['is none without its variable', 'https://a.test', { HTTP_PROXY: 'http://p:1' }, null],
    ['is none if the variable is blank', 'http://a.test', { HTTP_PROXY: ' ' }, null],
    ['can have no scheme', 'http://a.test', { HTTP_PROXY: 'p:3128' }, 'http://p:3128/'],
    [
      'is that in lower case first',
      'http://a.test',
      { http_proxy: 'http://p', HTTP_PROXY: 'http://q' },
      'http://p/',
    ],
  ])('%s', (_, target, environment, expected) => {
    expect(proxyOf(target, environment)).toBe(expected);
  });

  test.each([['socks5://hidden:1080'], ['http://'], ['http://me:%zz-hidden@p']])(
    'cannot be %s',
    (address) => {
      expect(() => proxyOf('http://a.test', { HTTP_PROXY: address })).toThrow(
        /^HTTP_PROXY is not an http or https URL\./,
      );
      expect(() => proxyOf('http://a.test', { HTTP_PROXY: address })).not.toThrow(/hidden/);
    },
  );
});

describe('NO_PROXY', () => {
  test.each([
    ['*', 'http://a.test'],
    ['a.test', 'http://a.test'],
    ['A.test', 'http://a.TEST.'],
    ['b.test, a.test', 'http://a.test:81'],
    ['b.test a.test', 'http://a.test'],
    ['test', 'http://a.test'],
    ['.a.test', 'http://b.a.test'],
    ['.a.test', 'http://a.test'],
    ['*.a.test', 'http://b.a.test'],
    ['a.test:81', 'http://a.test:81'],
    ['a.test:80', 'http://a.test'],
    ['127.0.0.1', 'http://127.0.0.1:4010'],
    ['::1', 'http://[::1]:4010'],
    ['[::1]:4010', 'http://[::1]:4010'],
    ['10.0.0.0/8', 'http://10.1.2.3'],
    ['10.0.0.1-10.0.0.9', 'http://10.0.0.9'],
  ])('%s excludes %s', (list, target) => {
    expect(proxyOf(target, { HTTP_PROXY: 'http://p', NO_PROXY: list })).toBeNull();
    expect(proxyOf(target, { http_proxy: 'http://p', no_proxy: list })).toBeNull();
  });

  test.each([
    ['', 'http://a.test'],
    ['a.test', 'http://ba.test'],
    ['a.test:81', 'http://a.test'],
    ['127.0.0.1', 'http://1127.0.0.1.test'],
    ['0.0.1', 'http://127.0.0.1'],
    ['10.0.0.0/8', 'http://11.0.0.0'],
    ['10.0.0.0/99', 'http://10.0.0.0'],
    ['10.0.0.9-10.0.0.1', 'http://10.0.0.5'],
    [':', 'http://a.test'],
  ])('%j does not exclude %s', (list, target) => {
    expect(proxyOf(target, { HTTP_PROXY: 'http://p', NO_PROXY: list })).toBe('http://p/');
  });
});
