#!/usr/bin/env node
// JavaScript, so that an older Node can read it, and a newer one need not load what strips types: the rest comes from
// the compile cache. Nothing is imported before the check, for an older Node would fail on that, and not say why.
const oldest = 24;
const running = process.versions.node;

if (Number.parseInt(running, 10) < oldest) {
  process.stderr.write(
    `connections-contract needs Node ${oldest} or newer, and this is ${running}. Install a newer one.\n`,
  );
  process.exitCode = 2;
} else {
  // Most of a start is compiling what has not changed since the last one.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
}
