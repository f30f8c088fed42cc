/** A way to authenticate with an integration, and the credentials that it needs. */
export interface AuthMethod {
  readonly id: string;
  /** Written for a person. */
  readonly name: string;
  readonly type: 'oauth2' | 'api_key' | 'basic' | 'none';
  /** Written for a person. */
  readonly description: string;
  readonly fields: readonly CredentialField[];
}

/** One field of the credentials. */
export interface CredentialField {
  readonly key: string;
  /** Written for a person. */
  readonly label: string;
  /** A timestamp is a text, or seconds since 1970. */
  readonly type: 'string' | 'timestamp';
  readonly required: boolean;
  /** True if its value is a secret. */
  readonly secure: boolean;
  /** Empty if any value of the type will do. */
  readonly validation: FieldValidation;
}

/** What a text must be like. Lengths are in characters. */
export interface FieldValidation {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

const shortestSecret = 8;

/** A secret that is required. */
function secret(key: string, label: string, validation: FieldValidation = {}): CredentialField {
  const all = { minLength: shortestSecret, ...validation };
  return { key, label, type: 'string', required: true, secure: true, validation: all };
}

/** A text that is required. */
function text(key: string, label: string, validation: FieldValidation = {}): CredentialField {
  return { key, label, type: 'string', required: true, secure: false, validation };
}

/** The user grants access in a browser. */
export const oauth2: AuthMethod = {
  id: 'oauth2',
  name: 'OAuth 2.0',
  type: 'oauth2',
  description: 'The user grants access in a browser.',
  fields: [
    secret('access_token', 'Access token'),
    { ...secret('refresh_token', 'Refresh token'), required: false },
    { ...text('token_type', 'Token type'), required: false },
    { ...text('expires_at', 'Expiry of the access token'), type: 'timestamp', required: false },
  ],
};

/** A key of the account. */
export const apiKey: AuthMethod = {
  id: 'api_key',
  name: 'API key',
  type: 'api_key',
  description: 'A key from the settings of the account.',
  fields: [secret('api_key', 'API key')],
};

/** The token of a bot. */
export const botToken: AuthMethod = {
  id: 'bot_token',
  name: 'Bot token',
  type: 'api_key',
  description: 'The token of a bot that is a member of the workspace.',
  fields: [secret('bot_token', 'Bot token', { pattern: '^xoxb-' })],
};

/** A token of one person. */
export const personalToken: AuthMethod = {
  id: 'personal_access_token',
  name: 'Personal access token',
  type: 'api_key',
  description: 'The user creates a token in the settings of the account.',
  fields: [secret('token', 'Personal access token')],
};

/** A token beside an e-mail address. */
export const apiToken: AuthMethod = {
  id: 'api_token',
  name: 'API token',
  type: 'basic',
  description: 'The user creates a token in the settings of the account.',
  fields: [
    text('site_url', 'Address of the site', { maxLength: 2048, pattern: '^https://' }),
    text('email', 'E-mail address', { maxLength: 255, pattern: '@' }),
    secret('api_token', 'API token'),
  ],
};

/** A pair of keys for a region. */
export const accessKey: AuthMethod = {
  id: 'access_key',
  name: 'Access key',
  type: 'api_key',
  description: 'A pair of keys from the settings of the account.',
  fields: [
    text('access_key_id', 'Id of the access key', { minLength: 8 }),
    secret('secret_access_key', 'Secret access key'),
    text('region', 'Region', { maxLength: 64 }),
  ],
};

/** Nothing is needed. */
export const noCredentials: AuthMethod = {
  id: 'none',
  name: 'No authentication',
  type: 'none',
  description: 'The integration needs no credentials.',
  fields: [],
};
