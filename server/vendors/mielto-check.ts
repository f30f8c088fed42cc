// Mielto checks a connection before it stores it.
import type { components } from '../../generated/mielto.ts';
import { type InputFault, ProblemError } from '../api/problem.ts';
import { checkCredentials } from '../model/credential-faults.ts';
import { authMethodOf } from '../model/integration-requirements.ts';
import type { Provider } from '../model/provider-catalogue.ts';

type Creation = components['schemas']['MieltoConnectionCreation'];
type Change = components['schemas']['MieltoConnectionChange'];
type GivenCredentials = Pick<Change, 'auth_method_id' | 'credential_id' | 'credentials'>;

/** A check that has failed, as Mielto answers it. */
interface FailedCheck {
  readonly status: 422;
  readonly body: components['schemas']['MieltoFailedCheck'];
}

/** The errors of a new connection to a provider; empty if it can be made. */
export function creationErrors(provider: Provider, creation: Creation): string[] {
  const own = provider.integrationType ?? 'custom';
  const ofType = creation.integration_type === own ? [] : [`integration_type must be ${own}`];
  const isStored = creation.credential_id != null && creation.credentials == null;
  return [...ofType, ...(isStored ? [] : credentialErrors(provider, creation))];
}

/** The errors of new credentials for a connection; empty if they can replace the old ones, or if none are given. */
export function changeErrors(provider: Provider, change: Change): string[] {
  return change.credentials == null ? [] : credentialErrors(provider, change);
}

function credentialErrors(provider: Provider, given: GivenCredentials): string[] {
  const { credentials, credential_id: stored, auth_method_id: methodId } = given;
  if (credentials != null && stored != null) return ['credentials and credential_id exclude each other'];
  const method = authMethodOf(provider.slug, methodId ?? null);
  if (method === null) return ['The auth method does not exist'];
  const { faults, isRefused } = checkCredentials(method, credentials ?? {});
  return isRefused ? [...faults, `${provider.name} refused the credentials`] : [...faults];
}

/** Answers a check with errors. */
export function failedCheck(errors: string[]): FailedCheck {
  return { status: 422, body: { detail: { message: 'Connection validation failed', errors } } };
}

/** Refuses a config that is larger than the limit. */
export function refuseLargeConfig(config: unknown, limit: number): void {
  if (config === undefined || config === null) return;
  if (Buffer.byteLength(JSON.stringify(config)) <= limit) return;
  throw invalidBody('/config', `must not be larger than ${limit} bytes`);
}

/** The problem with one field of a body that no schema can describe. */
export function invalidBody(name: string, message: string): ProblemError {
  const fault: InputFault = { in: 'body', name, message, code: 'value_error' };
  return new ProblemError({ kind: 'invalid', faults: [fault] });
}
