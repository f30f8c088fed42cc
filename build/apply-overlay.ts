import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { OpenApiDocument } from '../contract/openapi-document.ts';
import { readOverlay } from '../contract/overlay.ts';
import { overlayFaults } from './overlay-faults.ts';

/**
 * Applies the file of an edition's differences to the contract of its vendor. Rejects if an action has no effect, because
 * the tool that applies them ignores a target that matches nothing.
 *
 * @see https://spec.openapis.org/overlay/v1.0.0.html
 */
export async function applyOverlay(base: URL, overlay: URL): Promise<OpenApiDocument> {
  const actions = await readOverlay(overlay);
  const folder = await mkdtemp(join(tmpdir(), 'connections-contract-overlay-'));
  try {
    const output = join(folder, 'applied.yaml');
    await redocly('bundle', fileURLToPath(base), '--overlay', fileURLToPath(overlay), '--output', output);
    const applied: OpenApiDocument = parse(await readFile(output, 'utf8'));
    const before: OpenApiDocument = parse(await readFile(base, 'utf8'));
    const faults = overlayFaults(actions, { before, applied });
    if (faults.length > 0)
      throw new Error(`Cannot apply ${overlay.pathname.split('/').at(-1)}:\n${faults.join('\n')}`);
    return applied;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The project's settings are left out: they load lint rules, which are generated later. */
async function redocly(...args: readonly string[]): Promise<void> {
  const cli = fileURLToPath(import.meta.resolve('@redocly/cli/bin/cli.js'));
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  await promisify(execFile)(process.execPath, [cli, ...args], { cwd: tmpdir(), env });
}
