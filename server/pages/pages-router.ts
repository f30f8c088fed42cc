import { fileURLToPath } from 'node:url';
import express, { Router } from 'express';
import helmet from 'helmet';
import { allContractNames } from '../../contract/contract.ts';
import { originOf } from '../api/origin-of.ts';
import { send } from '../api/responder.ts';
import { contractAtOrigin } from './contract-at-origin.ts';
import { html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { landingPage } from './landing-page.ts';
import { servedContract } from './served-contract.ts';

/** Forbids loading and sending anything. Styles are in the page. */
const closed = {
  defaultSrc: ["'none'"],
  styleSrc: ["'unsafe-inline'"],
  imgSrc: ['data:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The headers of a page without a script. */
const pageHeaders = headersWith(closed);

/**
 * The headers of the docs, which load their own files. Each page also has a stricter policy of its own, which names its
 * inline scripts. The search of a Redoc page runs in a worker made from a blob.
 */
const docsHeaders = headersWith({
  ...closed,
  scriptSrc: ["'self'", "'unsafe-inline'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ['blob:'],
});

/**
 * Makes the router of the page at `/`, the contracts under `/openapi/`, and the reference docs under `/docs/` if they are
 * built. The page and the contracts contain the origin of the request. With `needsToken` the sandbox API's contract
 * requires the token.
 */
export function createPagesRouter(options: {
  readonly docsFolder: URL;
  readonly needsToken?: boolean;
}): Router {
  const { docsFolder, needsToken = false } = options;
  const router = Router({ strict: true, caseSensitive: true });

  for (const name of allContractNames) {
    const contract = servedContract(name, { needsToken });
    router.get(`/openapi/${name}.yaml`, (request, response) => {
      response.type('application/yaml').send(contractAtOrigin(contract, originOf(request)).yaml);
    });
    router.get(`/openapi/${name}.json`, (request, response) =>
      send(response, { status: 200, body: contractAtOrigin(contract, originOf(request)).document }),
    );
  }

  router.get('/', pageHeaders, (request, response) => {
    response.type('html').send(landingPage(originOf(request)));
  });

  router.get('/docs', (_request, response) => response.redirect(308, '/docs/'));
  router.use('/docs/', docsHeaders, express.static(fileURLToPath(docsFolder), { redirect: false }));
  router.get('/docs/', pageHeaders, (_request, response) => {
    response.status(404).type('html').send(docsMissing);
  });
  router.use('/docs/', (_request, response) => {
    response.status(404).type('text').send('Not found\n');
  });
  return router;
}

const docsMissing = htmlPage(
  'The docs are not built',
  html`<h1>The docs are not built</h1>
<p>Run <code>npm run docs</code>, then load this page again.</p>
<p><a href="../">Back to the start page</a></p>`,
);

function headersWith(directives: Record<string, string[]>) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // The server uses plain HTTP, and other servers often use the same host name.
    strictTransportSecurity: false,
  });
}
