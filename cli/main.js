#!/usr/bin/env node
// JavaScript, so that an old Node can run it, and so that Node loads its type stripper only if the compile cache is
// empty. Nothing is imported before the version check: in an old Node the import would fail without an explanation.
const minimum = 24;
const running = process.versions.node;

if (Number.parseInt(running, 10) < minimum) {
  process.stderr.write(
    `connections-contract needs Node ${minimum} or newer, and this is ${running}. Install a newer one.\n`,
  );
  process.exitCode = 2;
} else {
  // Compiling unchanged modules takes most of the start, so they are cached.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
