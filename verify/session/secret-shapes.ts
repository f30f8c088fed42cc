const secretName =
  /^(?:(?:access|refresh|id)[_-]?)?token$|^bearer$|^(?:client[_-]?)?secret$|^api[_-]?key$|^private[_-]?key$|^password$|^passphrase$|^authorization$|^cookie$|^credentials?$/i;

/** True for the name of a secret, in upper or lower case, with or without a separator. */
export function namesSecret(key: string): boolean {
  return secretName.test(key);
}

/** Each pattern must run in linear time, because the target chooses the text. */
const tokenShapes: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/, 'a JSON Web Token'],
  [/-----BEGIN (?:[A-Z ]{1,40} )?PRIVATE KEY-----/, 'a private key'],
  [/\b(?:sk|rk|pk)_(?:live|test)_\w{8,}|\bwhsec_[\w+/]{16,}/, 'a payment key'],
  [/\b[sp]k_(?:us|eu)_[\w-]{8,}/, "a key of Junction's"],
  [/\bgh[pousr]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}/, 'a token of a code host'],
  [/\bxox[abeprs]-[\w-]{8,}|\bxapp-\d-[\w-]{8,}/, 'a Slack token'],
  [
    /\bhooks\.slack\.com\/services\/\w+|\bdiscord(?:app)?\.com\/api\/webhooks\/\d+/,
    'the address of a webhook',
  ],
  [/\bya29\.[\w-]{8,}|\b1\/\/0[\w-]{20,}|\bAIza[\w-]{30,}/, 'a Google key or token'],
  [/\bA(?:KIA|SIA)(?=[A-Z]*\d)[A-Z0-9]{16}\b/, 'an AWS key'],
  [/\bAccountKey=[\w+/]{20,}/, 'a connection string'],
  [/\bEAA(?=[A-Za-z]*\d)[A-Za-z0-9]{20,}/, 'a Facebook token'],
  [/\bsk-(?=[A-Za-z_-]{0,80}\d)[\w-]{20,}/, 'an API key'],
  [
    /\b(?:npm_|hf_|shpat_|lin_api_|ntn_|dop_v1_)(?=[A-Za-z_]*\d)\w{20,}|\bSG\.[\w-]{16,}\.[\w-]{16,}/,
    'an API key',
  ],
  [/\bsecret_(?=[A-Za-z]*\d)\w{30,}|\bATATT3[\w-]{20,}/, 'an API key'],
  [/\bBearer\s+(?=[A-Za-z._~+/-]*\d)[\w.~+/-]{16,}=*/i, 'an Authorization header'],
  [
    /\b(?:access_token|refresh_token|id_token|client_secret|api_key|password)["']?[=:]\s?["']?(?=[^\s"'&\d]{0,64}\d)[^\s"'&]{8,}/i,
    'a named secret',
  ],
  [/:\/\/[^\s/:@]{1,100}:[^\s/@]{1,200}@/, 'a password in an address'],
];

/** The kind of credential in a text, as the end of "got …"; null if there is none. */
export function tokenKindIn(text: string): string | null {
  const basic = /\bBasic\s+([A-Za-z0-9+/]{8,}={0,2})/.exec(text)?.[1];
  if (basic !== undefined && Buffer.from(basic, 'base64').toString('latin1').includes(':'))
    return 'Basic credentials';
  return tokenShapes.find(([shape]) => shape.test(text))?.[1] ?? null;
}
