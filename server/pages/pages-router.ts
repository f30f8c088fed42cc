import { fileURLToPath } from 'node:url';
import cors from 'cors';
import express, { type Request, Router } from 'express';
import helmet from 'helmet';
import { contractNames, readContract, readContractText } from '../../contract/contract.ts';
import { send } from '../api/responder.ts';
import { html } from './html.ts';
import { htmlPage } from './html-page.ts';
import { landingPage } from './landing-page.ts';

/** Nothing is loaded and nothing is sent; styles stand in the page. */
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

/** The docs bring their script along, and say in the page which; their search runs in a worker made of a blob. */
const docsHeaders = headersWith({
  ...closed,
  scriptSrc: ["'unsafe-inline'"],
  fontSrc: ['data:'],
  workerSrc: ['blob:'],
});

/** The page at `/`, the contracts under `/openapi/`, and the reference docs under `/docs/` where they are built. */
export function createPagesRouter(options: { readonly docsFolder: URL }): Router {
  const router = Router({ strict: true, caseSensitive: true });

  for (const name of contractNames) {
    const yaml = readContractText(name);
    router.get(`/openapi/${name}.yaml`, cors(), (_request, response) => {
      response.type('application/yaml').send(yaml);
    });
    router.get(`/openapi/${name}.json`, cors(), (_request, response) =>
      send(response, { status: 200, body: readContract(name).document }),
    );
  }

  router.get('/', pageHeaders, (request, response) => {
    response.type('html').send(landingPage(originOf(request)));
  });

  router.get('/docs', (_request, response) => response.redirect(308, '/docs/'));
  router.use('/docs/', docsHeaders, express.static(fileURLToPath(options.docsFolder), { redirect: false }));
  router.get('/docs/', pageHeaders, (_request, response) => {
    response.status(404).type('html').send(docsMissing);
  });
  router.use('/docs/', (_request, response) => {
    response.status(404).type('text').send('Not found\n');
  });
  return router;
}

/** Where the page was asked for. What can be no host is not repeated: it would stand in a command to be copied. */
function originOf({ protocol, headers: { host = '' }, socket }: Request): string {
  const isHost = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i.test(host);
  return `${protocol}://${isHost ? host : `127.0.0.1:${socket.localPort}`}`;
}

const docsMissing = htmlPage(
  'The docs are not built',
  html`<h1>The docs are not built</h1>
<p>Run <code>npm run docs</code>, then load this page again.</p>
<p><a href="../">Back to the server’s own page</a></p>`,
);

function headersWith(directives: Record<string, string[]>) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // The server speaks plain HTTP, and often on a name that serves other things too.
    strictTransportSecurity: false,
  });
}
