import { testValueOf } from '../../spec/test-values.ts';
import type { AuthMethod, CredentialField } from './auth-method.ts';

/** Why credentials do not suit a way to authenticate. The messages name fields, never a value. */
export interface CredentialFaults {
  /** Empty if every field is as required. */
  readonly faults: readonly string[];
  /** True if the integration would refuse them, although every field is as required. */
  readonly isRefused: boolean;
}

/** Checks credentials. Fields that are not listed are ignored. */
export function checkCredentials(
  { fields }: AuthMethod,
  credentials: Readonly<Record<string, unknown>>,
): CredentialFaults {
  const given = ({ key }: CredentialField) =>
    Object.hasOwn(credentials, key) ? credentials[key] : undefined;
  const isRefused = fields.some((field) => field.secure && isTestValue(given(field)));
  const checked = isRefused ? fields.filter(({ secure }) => !secure) : fields;
  const faults = checked.flatMap((field) => {
    const fault = faultOf(field, given(field) ?? null);
    return fault === null ? [] : [`${field.key} ${fault}`];
  });
  return { faults, isRefused };
}

function isTestValue(value: unknown): boolean {
  return typeof value === 'string' && testValueOf('secret', value) !== undefined;
}

function faultOf({ type, required, validation }: CredentialField, value: unknown): string | null {
  if (value === null) return required ? 'is required' : null;
  if (type === 'timestamp' && typeof value === 'number') return null;
  if (typeof value !== 'string') return 'must be a text';
  if (required && value === '') return 'is required';
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = validation;
  const length = [...value].length;
  if (length < minLength) return `must have at least ${minLength} characters`;
  if (length > maxLength) return `must have at most ${maxLength} characters`;
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? null : `must match ${pattern}`;
}
