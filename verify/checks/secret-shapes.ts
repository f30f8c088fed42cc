const secretName =
  /^(?:(?:access|refresh|id)[_-]?)?token$|^bearer$|^(?:client[_-]?)?secret$|^api[_-]?key$|^private[_-]?key$|^password$|^passphrase$|^authorization$|^cookie$|^credentials?$/i;

/** True for a key that names a secret, in any case, with or without a separator. */
export function namesSecret(key: string): boolean {
  return secretName.test(key);
}

const tokenShapes: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, 'a JSON Web Token'],
  [/-----BEGIN (?:[A-Z ]+ )?PRIVATE KEY-----/, 'a private key'],
  [/\b(?:sk|rk|pk)_(?:live|test)_\w{8,}/, 'a payment key'],
  [/\b[sp]k_(?:us|eu)_[\w-]{8,}/, "a key of Junction's"],
  [/\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}/, 'a GitHub token'],
  [/\bglpat-[\w-]{16,}/, 'a GitLab token'],
  [/\bxox[abeprs]-[\w-]{8,}/, 'a Slack token'],
  [/\bya29\.[\w-]{8,}/, 'a Google access token'],
  [/\b1\/\/0[\w-]{20,}/, 'a Google refresh token'],
  [/\bAIza[\w-]{30,}/, 'a Google API key'],
  [/\bA(?:KIA|SIA)[A-Z0-9]{12,}/, 'an AWS key'],
  [/\bEAA[A-Za-z0-9]{20,}/, 'a Facebook token'],
  [/\bsk-[\w-]{20,}/, 'an API key'],
  [/\bnpm_\w{30,}/, 'an npm token'],
  [/\b(?:Bearer|Basic)\s+[\w.~+/-]{16,}=*/i, 'an Authorization header'],
  [
    /\b(?:access_token|refresh_token|id_token|client_secret|api_key|password)["']?\s*[=:]\s*["']?[^\s"'&]{6,}/i,
    'a named secret',
  ],
  [/:\/\/[^\s/:@]+:[^\s/@]+@/, 'a password in an address'],
];

/** What kind of credential a text holds, as the end of "got …"; null where it holds none. */
export function tokenKindIn(text: string): string | null {
  return tokenShapes.find(([shape]) => shape.test(text))?.[1] ?? null;
}
