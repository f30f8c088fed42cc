import { fileURLToPath } from 'node:url';
import cors from 'cors';
import express, { Router } from 'express';
import helmet from 'helmet';
import type { Contract } from '../contract/contract.ts';
import { landingPage } from './landing-page.ts';
import { send } from './responder.ts';

/** The page at `/`, the contracts under `/openapi/`, and the reference docs under `/docs/` where they are built. */
export function createPagesRouter(options: {
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly docsFolder: URL;
}): Router {
  const router = Router({ strict: true, caseSensitive: true });

  for (const [name, { yaml, document }] of options.contracts) {
    router.get(`/openapi/${name}.yaml`, cors(), (_request, response) => {
      response.type('application/yaml').send(yaml);
    });
    router.get(`/openapi/${name}.json`, cors(), (_request, response) =>
      send(response, { status: 200, body: document }),
    );
  }

  const page = landingPage();
  router.get('/', landingHeaders, (_request, response) => {
    response.type('html').send(page);
  });

  router.get('/docs', (_request, response) => response.redirect(308, '/docs/'));
  router.use('/docs/', docsHeaders, express.static(fileURLToPath(options.docsFolder), { redirect: false }));
  return router;
}

const landingHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'unsafe-inline'"],
      imgSrc: ['data:'],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
});

/** The docs are one file each, with their script and style inside, and search in a worker made of a blob. */
const docsHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", "'unsafe-inline'"],
      styleSrc: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ['data:'],
      workerSrc: ['blob:'],
      connectSrc: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  strictTransportSecurity: false,
});
