import { BlockList, isIP } from 'node:net';

/** An IPv4 rule also matches the same address mapped to IPv6, such as `::ffff:127.0.0.1`. */
const local = new BlockList();
local.addSubnet('127.0.0.0', 8);
local.addAddress('0.0.0.0');
local.addAddress('::1', 'ipv6');
local.addAddress('::', 'ipv6');

/**
 * Whether the host of a URL is this machine: a loopback name or address, or the unspecified address, which connects to
 * this machine.
 */
export function isLoopback(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  if (version !== 0) return local.check(address, version === 6 ? 'ipv6' : 'ipv4');
  return /^(?:.+\.)?localhost\.?$/i.test(hostname);
}
