import { answerText } from '../../session/answer-text.ts';
import type { Violation } from '../../session/check-result.ts';
import { headerOf } from '../../session/credential.ts';
import { asksFor, type Probe } from '../../session/probe.ts';
import type { Session } from '../../session/session.ts';
import { subjectNoun, subjectOf } from '../../session/subject.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Check } from '../kit/check.ts';
import { defineCheck, type PlanContext } from '../kit/define-check.ts';
import { everyFilter } from '../kit/every-parameter.ts';
import { inputRefusal } from '../kit/input-refusal.ts';
import { completeAnswers, observerCheck } from '../kit/observer.ts';
import { bodyChecks } from './body.ts';
import { errorTextsCheck } from './error-texts.ts';
import { contentFaults, isRefusedHostile, responseChecks } from './response.ts';

/** Statuses, content types, headers and bodies, for each documented response that a request can cause. */
export function shapeChecks(context: PlanContext): Check[] {
  const { responses } = context.operation;
  const provoked = [200, 401, 404, inputRefusal(context.operation)?.status ?? 0].filter((status) =>
    responses.has(status),
  );
  return [
    ...statusChecks(context),
    ...provoked.flatMap((status) => {
      const response = responses.get(status);
      if (response === undefined) return [];
      return [...responseChecks(context, response), ...(status === 200 ? bodyChecks(context, response) : [])];
    }),
    declaredCheck(context, provoked),
    serverErrorCheck(context),
    ...(context.strict ? errorTextsCheck(context) : []),
  ];
}

function statusChecks(context: PlanContext): Check[] {
  const status = (code: 200 | 404, title: string, why: string, fix: string) => {
    const response = context.operation.responses.get(code);
    if (response === undefined || (code === 404 && subjectOf(context.operation) === undefined)) return [];
    const { rule, provenance } = response;
    return defineCheck(context, {
      group: 'shape',
      name: `${code}.status`,
      title,
      rule,
      provenance,
      why,
      fix,
      needs: code === 200 ? ['user'] : [],
      baseline: code === 200 ? null : 'list',
      run: async (session) => {
        const { target, unknownUser } = session.options;
        const known = [
          ...target.users.map(({ id }) => id),
          ...((target.emptyUser ?? '') ? [target.emptyUser ?? ''] : []),
          // Without a 404, an unknown user has an empty list.
          ...(context.operation.responses.has(404) ? [] : [unknownUser]),
        ];
        const query = code === 404 ? await everyFilter(context, session) : [];
        const probes: Probe[] = [
          ...(code === 200 ? known : [unknownUser]).map((user) => ({ user })),
          ...(query.length > 0 ? [{ user: unknownUser, query }] : []),
        ];
        const violations: Violation[] = [];
        for (const probe of probes) {
          const exchange = await session.askOnce(probe);
          if (exchange.result.kind === 'answer' && exchange.result.status === code) continue;
          const actual = answerText(session, exchange) + keyHint(session, code, exchange);
          violations.push({ at: '/status', expected: String(code), actual, rule, provenance, probe });
        }
        return { checked: probes.length, violations };
      },
    });
  };
  return [
    status(
      200,
      context.rules === null ? 'A valid request returns 200' : 'A request for a list returns 200',
      'Clients recognise success by this status.',
      'Return 200, also for an empty list.',
    ),
    status(
      404,
      `A request for an unknown ${subjectNoun(context.operation)} returns 404`,
      context.rules === null
        ? 'Clients must be able to distinguish an unknown id from an error.'
        : 'A client with a misspelled id must not believe that the user has no connections.',
      `Look up the ${subjectNoun(context.operation)}, and return 404 if it does not exist.`,
    ),
  ].flat();
}

/** A hint for a valid key that is refused: the server may expect it in another header. */
function keyHint({ entry }: Session, code: number, { result }: Exchange): string {
  if (code !== 200 || result.status !== 401) return '';
  return ` (is the key valid, and does this server read it from ${headerOf(entry, '')[0]}? --key-header names another header)`;
}

function declaredCheck(context: PlanContext, provoked: readonly number[]): Check {
  const { operation } = context;
  return observerCheck(context, {
    group: 'shape',
    name: 'declared-status',
    title: 'Every answer has a documented status and the body that belongs to it',
    rule: `${operation.rule}/responses`,
    // No page says that there are no other statuses.
    provenance: 'decided',
    why: 'Clients handle only the documented statuses.',
    fix: 'Return a documented status, or add this status to the contract.',
    observe: completeAnswers((answer, exchange, probe, session) => {
      // Another path is another operation, which the contract does not describe.
      if (probe.spelling !== undefined || !asksFor(operation, probe)) return null;
      if (isRefusedHostile(answer, probe)) return null;
      const declared = operation.responses.get(answer.status);
      if (declared !== undefined) {
        return provoked.includes(answer.status)
          ? []
          : contentFaults(context, declared, session, exchange, probe);
      }
      return [
        {
          at: '/status',
          expected: `one of ${[...operation.responses.keys()].join(', ')}`,
          actual: String(answer.status),
          rule: `${operation.rule}/responses`,
          provenance: 'decided',
          probe,
        },
      ];
    }),
  });
}

function serverErrorCheck(context: PlanContext): Check {
  const { operation } = context;
  return observerCheck(context, {
    group: 'shape',
    name: 'server-errors',
    title: 'No request causes a server error',
    rule: `${operation.rule}/responses`,
    provenance: operation.provenance,
    why: 'No input from a client may break the server.',
    fix: 'Find the error in the log at the time of the request, and validate the input before it is used.',
    severity: 'failure',
    ownsResponse: () => 'for the run',
    observe: completeAnswers((answer, _exchange, probe) =>
      answer.status < 500 || answer.status === 503
        ? []
        : [
            {
              at: '/status',
              expected: 'no server error',
              actual: String(answer.status),
              rule: `${operation.rule}/responses`,
              provenance: operation.provenance,
              probe,
            },
          ],
    ),
  });
}
