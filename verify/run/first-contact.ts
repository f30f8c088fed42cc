import type { StopReason } from '../results/conclusion.ts';
import { noCredential } from '../session/credential.ts';
import type { Session } from '../session/session.ts';
import { StopError } from '../wire/stop-error.ts';
import { UnreachableError } from '../wire/unreachable-error.ts';

/**
 * Sends the first request. Returns null if the target responds, otherwise the reason to stop. If this request fails but
 * a request without a key gets a response, the target is reachable and only its list is broken.
 */
export async function firstContact(
  session: Session,
  onStop: (by: StopReason) => void,
): Promise<string | null> {
  try {
    const { result } = await session.askOnce({});
    if (result.kind === 'answer') return null;
    if (result.fault === 'closed' || result.fault === 'not-http' || result.fault === 'timeout') {
      const control = await session.askOnce({ credential: noCredential });
      if (control.result.kind === 'broken') throw new UnreachableError(notReached(session, result.fault));
    }
    return 'the first list could not be read completely.';
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    onStop(error.reason);
    return error.message;
  }
}

function notReached({ options }: Session, fault: 'closed' | 'not-http' | 'timeout'): string {
  const { origin } = options.baseUrl;
  switch (fault) {
    case 'timeout':
      return `Cannot verify ${origin}: it accepts connections but does not respond in time. Raise --timeout, or check the server.`;
    case 'closed':
      return `Cannot verify ${origin}: it closes the connection without a response. Check --base-url: http or https?`;
    case 'not-http':
      return `Cannot verify ${origin}: the server does not speak HTTP. Check --base-url.`;
    default:
      return fault satisfies never;
  }
}
