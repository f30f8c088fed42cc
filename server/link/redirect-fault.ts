/** Schemes that run or show content of their own, or read files, instead of opening an application. */
const dangerous = new Set([
  'javascript:',
  'data:',
  'vbscript:',
  'blob:',
  'file:',
  'filesystem:',
  'about:',
  'view-source:',
  'ws:',
  'wss:',
  'ftp:',
]);

/** Length of the longest URL to which a person is sent. */
const longestUrl = 2048;

/**
 * Says why a person must not be sent to a URL; null if it is safe. Allowed are absolute `http` and `https` URLs without
 * a user name, and the own scheme of an application, such as `myapp://done`.
 */
export function redirectFault(url: string): string | null {
  if (url.length > longestUrl) return `must have at most ${longestUrl} characters`;
  // A browser removes these before it reads the scheme, and a header must not contain them.
  if (/[\p{Cc}\s\\]/u.test(url) || !URL.canParse(url)) return 'must be an absolute URL';
  const { protocol, username, password, hostname } = new URL(url);
  if (dangerous.has(protocol)) return `must not have the scheme ${protocol.slice(0, -1)}`;
  if (protocol === 'http:' || protocol === 'https:') {
    if (!/^https?:\/\//i.test(url) || hostname === '') return 'must be an absolute URL';
    return username === '' && password === '' ? null : 'must not contain a user name or a password';
  }
  return null;
}
