import { BlockList, isIP, isIPv4 } from 'node:net';
import { ExplainedError } from '../../contract/explained-error.ts';

/** Environment variables by name. `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` are read, in lower or upper case. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the proxy for a target; null if the variables name none for its scheme, or if `NO_PROXY` excludes the target.
 * Throws an `ExplainedError` if the proxy is not an http or https URL. It does not repeat the value, which can contain a
 * password.
 */
export function proxyFor(target: URL, environment: ProxyEnvironment): URL | null {
  const name = proxyVariable(target);
  const address = settingOf(environment, name);
  if (address === undefined) return null;
  const entries = (settingOf(environment, 'NO_PROXY') ?? '').split(/[\s,]+/);
  if (entries.some((entry) => matches(target, entry.toLowerCase()))) return null;
  const proxy = URL.parse(/^[a-z][\w+.-]*:\/\//i.test(address) ? address : `http://${address}`);
  if (proxy === null || !/^https?:$/.test(proxy.protocol) || !hasReadableCredentials(proxy)) {
    throw new ExplainedError(
      `${name} is not an http or https URL. Set it to one such as http://127.0.0.1:3128, or unset it.`,
    );
  }
  return proxy;
}

/** The variable that names the proxy for a target. */
export function proxyVariable({ protocol }: Pick<URL, 'protocol'>): 'HTTP_PROXY' | 'HTTPS_PROXY' {
  return protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
}

/** The headers with which a proxy is asked, by the user name and the password in its URL. */
export function proxyHeaders({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

/** As in other programs, the name in lower case is stronger, and a blank value counts as not set. */
function settingOf(environment: ProxyEnvironment, name: string): string | undefined {
  return [environment[name.toLowerCase()], environment[name]]
    .map((value) => value?.trim())
    .find((value) => value !== undefined && value !== '');
}

function hasReadableCredentials({ username, password }: URL): boolean {
  try {
    return [username, password].every((part) => decodeURIComponent(part) !== null);
  } catch {
    return false;
  }
}

/** Whether an entry of `NO_PROXY` is the target: `*`, a domain with its subdomains, an address or a block of addresses. */
function matches(target: URL, entry: string): boolean {
  if (entry === '') return false;
  if (entry === '*') return true;
  const host = withoutBrackets(target.hostname).replace(/\.$/, '');
  const [, name = entry, port] = (isIP(entry) === 0 ? /^(.+):(\d+)$/.exec(entry) : null) ?? [];
  const targetPort = target.port === '' ? (target.protocol === 'https:' ? '443' : '80') : target.port;
  if (port !== undefined && port !== targetPort) return false;
  const known = withoutBrackets(name).replace(/^\*?\./, '');
  if (isIP(host) !== 0) return host === known || isInBlock(host, known);
  return host === known || host.endsWith(`.${known}`);
}

/** Whether an address is in a block, `10.0.0.0/8`, or in a range, `10.0.0.1-10.0.0.9`. */
function isInBlock(address: string, block: string): boolean {
  const familyOf = (text: string) => (isIPv4(text) ? 'ipv4' : 'ipv6');
  const [, first = '', separator, last = ''] = /^([\da-f.:]+)([/-])([\da-f.:]+)$/.exec(block) ?? [];
  if (isIP(first) === 0) return false;
  const list = new BlockList();
  try {
    if (separator === '/') list.addSubnet(first, Number(last), familyOf(first));
    else list.addRange(first, last, familyOf(first));
  } catch {
    return false;
  }
  return list.check(address, familyOf(address));
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[|\]$/g, '');
}
