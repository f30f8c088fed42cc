/** What the files of a folder may import, in addition to each other. */
export interface FolderRule {
  readonly imports: readonly string[];
  /** Folders from which only types may be imported. */
  readonly types?: readonly string[];
  /** Allowed, but not used yet. */
  readonly planned?: readonly string[];
  /** True if the folder may import any package of `devDependencies`, because it is not published. */
  readonly tools?: true;
}

/** The packages of `devDependencies` that published folders may import too: the build bundles them. */
export const bundledPackages: readonly string[] = [
  'ajv',
  'commander',
  'cors',
  'express',
  'express-openapi-validator',
  'fast-check',
  'fast-xml-builder',
  'helmet',
  'kysely',
  'lru-cache',
  'pg',
  'pino',
  'yaml',
];

/**
 * The direction of all imports. A folder without a row imports nothing and is imported by nothing. `a` is only the files
 * of that folder, `a/*` is each folder in it, `a/**` is the folder and everything below it. The most specific row
 * applies. `.` is the root of the repository.
 */
export const allowedImports: Readonly<Record<string, FolderRule>> = {
  spec: { imports: [] },
  generated: { imports: [] },
  contract: { imports: ['spec'], planned: ['generated'] },
  client: { imports: [], types: ['generated'], planned: ['spec'] },

  'server/model': { imports: ['spec'] },
  'server/scenarios': { imports: ['server/model', 'spec'] },
  'server/store': { imports: ['server/model', 'server/scenarios', 'spec'] },
  'server/api': { imports: ['server/store', 'contract', 'spec'] },
  'server/link': { imports: ['server/model'] },
  'server/vendors': {
    imports: [
      'server/link',
      'server/api',
      'server/store',
      'server/scenarios',
      'server/model',
      'contract',
      'spec',
    ],
    types: ['generated'],
  },
  'server/sandbox': {
    imports: ['server/vendors', 'server/api', 'server/store', 'server/model', 'contract', 'spec'],
    types: ['generated'],
  },
  'server/pages': { imports: ['server/api', 'server/scenarios', 'contract', 'spec'] },
  'server/pages/link': {
    imports: ['server/pages', 'server/vendors', 'server/api', 'server/link', 'server/store', 'server/model'],
  },
  server: { imports: ['server/*', 'server/pages/link', 'contract', 'spec'], planned: ['mutants/**'] },

  'verify/results': { imports: ['contract', 'spec'] },
  'verify/vendors': { imports: ['contract', 'spec'], types: ['generated'] },
  'verify/wire': { imports: ['contract'] },
  'verify/session': { imports: ['verify/wire', 'verify/vendors', 'contract', 'spec'] },
  'verify/checks/kit': {
    imports: ['verify/session', 'verify/wire', 'verify/vendors', 'verify/results', 'contract', 'spec'],
  },
  'verify/checks/*': {
    imports: ['verify/checks/kit', 'verify/session', 'verify/wire', 'verify/vendors', 'contract'],
  },
  'verify/plan': {
    imports: ['verify/checks/*', 'verify/session', 'verify/vendors', 'verify/results', 'contract', 'spec'],
  },
  'verify/run': {
    imports: [
      'verify/plan',
      'verify/checks/kit',
      'verify/session',
      'verify/wire',
      'verify/vendors',
      'verify/results',
    ],
  },
  'verify/report': { imports: ['verify/results', 'contract', 'spec'] },
  'verify/config': {
    imports: [
      'verify/run',
      'verify/report',
      'verify/plan',
      'verify/session',
      'verify/vendors',
      'contract',
      'spec',
    ],
  },
  'verify/sandbox': {
    imports: ['verify/session', 'verify/wire', 'verify/vendors', 'contract', 'spec'],
    types: ['generated'],
  },
  verify: {
    imports: [
      'verify/run',
      'verify/report',
      'verify/plan',
      'verify/session',
      'verify/wire',
      'verify/results',
      'contract',
      'spec',
    ],
  },

  'mutants/proxy': { imports: ['contract', 'spec'] },
  'mutants/catalogue/kit': { imports: ['mutants/proxy', 'contract', 'spec'] },
  'mutants/catalogue/*': { imports: ['mutants/catalogue/kit', 'mutants/proxy', 'spec'] },
  'mutants/catalogue': { imports: ['mutants/catalogue/*', 'mutants/proxy'] },

  testing: { imports: [], planned: ['spec', 'client', 'server/**'] },
  console: { imports: [], planned: ['client'], tools: true },
  'cli/kit': { imports: ['verify/config', 'contract', 'spec'] },
  'cli/verify': { imports: ['cli/kit', 'verify/**', 'contract', 'spec'] },
  'cli/mock-guard': { imports: ['mutants/proxy', 'server/api', 'server/vendors', 'contract', 'spec'] },
  cli: {
    imports: ['cli/*', 'server/**', 'verify/plan', 'verify/config', 'mutants/**', 'contract', 'spec'],
    planned: ['client', 'testing'],
  },

  'build/tables': {
    imports: [
      'cli',
      'cli/verify',
      'verify/config',
      'verify/results',
      'mutants/catalogue',
      'server/**',
      'contract',
      'spec',
    ],
    tools: true,
  },
  'build/docs': { imports: ['server/pages', 'contract', 'spec'], tools: true },
  build: {
    imports: ['build/docs', 'build/tables', 'cli/kit', 'verify/config', 'server/**', 'contract', 'spec'],
    tools: true,
  },
  'test/**': { imports: ['**'], tools: true },
  '.': { imports: [], tools: true },
};
