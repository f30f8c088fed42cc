import type { Cause, CauseKind } from '../results/cause.ts';
import { keyVariable } from '../session/credential.ts';
import type { Session } from '../session/session.ts';
import { flagFor, readsUser, subjectNoun, subjectOf, withArticle } from '../session/subject.ts';
import type { Answer } from '../wire/exchange.ts';
import { webPageOf } from './web-page-of.ts';

/** What a cause is, and what to do about it. */
export function causeText(options: {
  readonly kind: CauseKind;
  readonly session: Session;
  readonly answer: Answer;
}): Pick<Cause, 'text' | 'advice'> {
  const { kind, session, answer } = options;
  const { status } = answer;
  const { baseUrl, target, redactor } = session.options;
  const user = redactor.redact(session.primaryUser);
  switch (kind) {
    case 'path':
      if (session.options.rules === null)
        return {
          text: `Every request for ${session.options.operation.path} is answered 404.`,
          advice: 'Check that this server has this operation, or choose others (--operations).',
        };
      return { text: 'Every request is answered 404.', advice: pathAdvice(session) };
    case 'key': {
      const [header = 'the header of the contract'] = Object.keys(session.ownKey.headers);
      return {
        text: `The key is refused: every request with it is answered ${status}.`,
        advice: `Check the key (${keyVariable(target.vendor)}), and that this server reads it from the header ${header}. --key-header names another header.`,
      };
    }
    case 'user':
      if (!readsUser(session.options.operation)) return subjectText(session, status);
      return {
        text: `The user ${user} ${status === 404 ? 'does not exist' : 'is refused'} on this server: the list is answered ${status}.`,
        advice: 'Name a user with connections (--user).',
      };
    case 'no-items': {
      const { users } = target;
      const whose = users.length === 1 ? `The user ${user} has` : `None of the ${users.length} users has any`;
      return {
        text: users.length === 1 ? `${whose} no connections.` : `${whose} connections.`,
        advice: 'Name a user with connections (--user).',
      };
    }
    case 'redirect':
      return redirectText(session, answer);
    case 'web-page': {
      const page = webPageOf(answer);
      const by = (page?.server ?? '') === '' ? '' : ` by ${redactor.redact(page?.server ?? '').slice(0, 40)}`;
      return page?.isLogin === true
        ? {
            text: `Every request is answered with a login page (${status}${by}).`,
            advice: 'Check --base-url: it must be the address of the API, and reachable without a login.',
          }
        : {
            text: `Every request is answered with a web page (${status}${by}).`,
            advice:
              status >= 400
                ? 'A proxy or a web server responds, and not the API. Check --base-url and the server behind it.'
                : 'A web app responds, and not the API. Check --base-url.',
          };
    }
    case 'server-error':
      return {
        text: `Every request is answered ${status}.`,
        advice: `Find the error in the log of ${baseUrl.origin}.`,
      };
    default:
      return kind satisfies never;
  }
}

/** Whether the path of the base URL repeats the beginning of the paths of the contract. */
function pathAdvice(session: Session): string {
  const { baseUrl, operation } = session.options;
  const base = baseUrl.pathname.split('/').filter((part) => part !== '');
  const path = operation.path.split('/').filter((part) => part !== '');
  const count = path.findLastIndex((_, index) => {
    const beginning = path.slice(0, index + 1);
    return beginning.every((part, at) => base.at(at - beginning.length) === part);
  });
  if (count >= 0) {
    const repeated = `/${path.slice(0, count + 1).join('/')}`;
    return `Leave ${repeated} out of --base-url: the paths of the contract begin with it (${operation.path}).`;
  }
  return `Check --base-url: ${operation.path} is added to it.`;
}

function redirectText(session: Session, { status, headers }: Answer): Pick<Cause, 'text' | 'advice'> {
  const { baseUrl, redactor } = session.options;
  const location = redactor.show(headers.location, '');
  const text = `Every request is redirected (${status} to ${location}).`;
  const target = URL.parse(headers.location ?? '', baseUrl.href);
  if (target === null) return { text, advice: 'Check --base-url.' };
  if (target.protocol === 'https:' && baseUrl.protocol === 'http:' && target.hostname === baseUrl.hostname)
    return {
      text,
      advice: `Use https: --base-url ${redactor.redact(target.origin + baseUrl.pathname.replace(/\/$/, ''))}`,
    };
  if (/log-?in|sign-?in|auth|sso/i.test(target.pathname))
    return { text, advice: 'It asks for a login. Check --base-url: it must be the address of the API.' };
  return { text, advice: 'Check --base-url: use the address to which it redirects, if that is the API.' };
}

function subjectText(session: Session, status: number): Pick<Cause, 'text' | 'advice'> {
  const { operation, redactor } = session.options;
  const noun = subjectNoun(operation);
  if (subjectOf(operation) === undefined)
    return { text: `${operation.path} is answered ${status}.`, advice: 'Check that this server has it.' };
  return {
    text: `The ${noun} ${redactor.redact(session.primaryUser)} ${status === 404 ? 'does not exist' : 'is refused'} on this server: ${operation.path} is answered ${status}.`,
    advice: `Name ${withArticle(noun).toLowerCase()} of this server (${flagFor(operation)}).`,
  };
}
