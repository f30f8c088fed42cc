import { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';
import type { Log } from '../../api/log.ts';
import { originOf } from '../../api/origin-of.ts';
import { retryAfterSeconds } from '../../api/problem.ts';
import { problemOf } from '../../api/problem-of.ts';
import { faultOf } from '../../api/request-fault.ts';
import { createConsentPage } from './consent-page.ts';
import { finishedPage } from './finished-page.ts';
import { isFromOwnPage } from './form-guard.ts';
import { createJunctionCallback } from './junction-callback.ts';
import { type LinkAnswer, linkHeaders, sendLinkAnswer } from './link-answer.ts';
import type { LinkContext, LinkPage, LinkVisit } from './link-page.ts';
import { LinkRefusal } from './link-refusal.ts';
import { messagePage } from './message-page.ts';
import { only, readForm, readQuery } from './read-parameters.ts';
import { createWidgetPage } from './widget-page.ts';

/**
 * Makes the router of the pages that a person sees during a link: the widget, the consent pages, Junction's callback and
 * the last page. Pages of other origins cannot read the answers. HEAD is answered like GET, but decides nothing.
 */
export function createLinkRouter(context: LinkContext & { readonly log: Log }): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const pages = [
    createWidgetPage(context),
    createConsentPage(context),
    createJunctionCallback(context),
    finishedPage,
  ];
  const explain = explainErrors(context.log);
  for (const page of pages) router.all(page.path, ...linkHeaders, refuseFault, answerWith(page), explain);
  return router;
}

function answerWith(page: LinkPage): RequestHandler {
  const allow = page.form === undefined ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, POST, OPTIONS';
  return async function answer(request, response) {
    const { method } = request;
    const visit = visitOf(request);
    if (method === 'GET' || method === 'HEAD') return sendLinkAnswer(response, await page.show(visit));
    if (method === 'POST' && page.form !== undefined) {
      const fields = await readForm(request, response);
      const token = only(visit.query, page.form.token);
      const isAllowed = token === null || isFromOwnPage(request, token);
      return sendLinkAnswer(response, isAllowed ? await page.form.submit(visit, fields) : foreignForm);
    }
    response.setHeader('Allow', allow);
    if (method === 'OPTIONS') return response.status(204).end();
    sendLinkAnswer(response, messagePage(405, 'This page does not have that method'));
  };
}

function visitOf(request: Request): LinkVisit {
  const { method, params, path } = request;
  return {
    query: readQuery(request),
    provider: typeof params.provider === 'string' ? params.provider : '',
    origin: originOf(request),
    path,
    isSecure: request.secure,
    isForm: method === 'POST',
    hasEffects: method !== 'HEAD',
  };
}

const foreignForm = messagePage(
  403,
  'The form was not sent from its own page',
  'Open the link again, with cookies allowed, and send the form from there.',
);

const refuseFault: RequestHandler = function refuseFault(request, response, next) {
  const fault = faultOf(request);
  if (fault === undefined) return next();
  const status = fault.kind === 'malformed-request' ? 400 : 417;
  sendLinkAnswer(response, messagePage(status, 'The request cannot be answered', `${fault.detail}.`));
};

function explainErrors(log: Log): ErrorRequestHandler {
  return function explain(error, _request, response, _next) {
    if (error instanceof LinkRefusal) return sendLinkAnswer(response, error.answer);
    const { kind } = problemOf(error);
    if (kind === 'internal')
      log.error({ id: response.getHeader('X-Request-Id'), err: error }, 'a request failed');
    if (kind === 'unavailable') response.setHeader('Retry-After', String(retryAfterSeconds));
    sendLinkAnswer(response, failures[kind] ?? internal);
  };
}

const internal = messagePage(500, 'The server failed', 'Try again.');

const failures: Readonly<Record<string, LinkAnswer>> = {
  'too-large': messagePage(413, 'The form is too large'),
  'malformed-body': messagePage(400, 'The form cannot be read'),
  'unsupported-media-type': messagePage(415, 'The body is not a form'),
  unavailable: messagePage(503, 'The database does not answer', 'Try again in a few seconds.'),
};
