/** A value that decides how a connection ends in the sandbox, and the outcome in Junction's words. */
export interface TestValue {
  readonly value: string;
  /** Where it has this meaning. */
  readonly fields: readonly TestField[];
  readonly outcome: TestOutcome;
  /** What the person sees. */
  readonly message: string;
}

/**
 * `username` and `email` are of Junction's links; of an e-mail address, the part before the `@` counts. `secret` is a secret
 * field of the credentials of a Mielto connection.
 */
export type TestField = 'username' | 'email' | 'secret';

/** `mfa` asks for a second factor; the others are values of `error_type`. */
export type TestOutcome =
  | 'mfa_sms'
  | 'mfa_email'
  | 'provider_credential_error'
  | 'provider_password_expired'
  | 'provider_api_error'
  | 'unsupported_region'
  | 'duplicate_connection'
  | 'required_scopes_not_granted'
  | 'user_cancelled';

const anyField = ['username', 'email'] as const satisfies readonly TestField[];

/** Every value with a meaning. Any other value connects. */
export const testValues: readonly TestValue[] = [
  {
    value: 'mfa',
    fields: ['username'],
    outcome: 'mfa_sms',
    message: 'The provider has sent a code by text message.',
  },
  {
    value: 'mfa_email',
    fields: ['username'],
    outcome: 'mfa_email',
    message: 'The provider has sent a code by e-mail.',
  },
  {
    value: 'wrong',
    fields: [...anyField, 'secret'],
    outcome: 'provider_credential_error',
    message: 'The provider rejected the user name or the password.',
  },
  {
    value: 'expired',
    fields: anyField,
    outcome: 'provider_password_expired',
    message: 'The password has expired. Set a new one at the provider.',
  },
  {
    value: 'unavailable',
    fields: anyField,
    outcome: 'provider_api_error',
    message: 'The provider does not answer. Try again later.',
  },
  {
    value: 'region',
    fields: anyField,
    outcome: 'unsupported_region',
    message: 'The provider does not support this region.',
  },
  {
    value: 'duplicate',
    fields: anyField,
    outcome: 'duplicate_connection',
    message: 'Another user has connected this account.',
  },
  {
    value: 'scopes',
    fields: anyField,
    outcome: 'required_scopes_not_granted',
    message: 'A permission that is required was not granted.',
  },
  {
    value: 'cancelled',
    fields: anyField,
    outcome: 'user_cancelled',
    message: 'The person cancelled the connection.',
  },
];

/** The only code that completes a second factor. Every other code is `incorrect_mfa_code`. */
export const testMfaCode = '123456';

/** The meaning of a value in a field; undefined if it has none. */
export function testValueOf(field: TestField, value: string): TestValue | undefined {
  return testValues.find((listed) => listed.fields.includes(field) && listed.value === value);
}
