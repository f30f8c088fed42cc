import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate } from '@sparticuz/chromium';

/**
 * Unpacks the Chromium that npm installs, once per version. The package itself would start a browser that is only
 * partly unpacked, so the folder gets its final name only when it is complete.
 *
 * @returns the folder. It contains `chromium`, its libraries in `al2023/lib` and its fonts in `fonts`
 */
export async function unpackChromium(): Promise<string> {
  const { version } = JSON.parse(await readFile(packaged('../package.json'), 'utf8'));
  const folder = join(tmpdir(), `chromium-of-npm-${version}`);
  if (existsSync(folder)) return folder;
  const unfinished = await mkdtemp(`${folder}-`);
  await withTemporaryFolder(unfinished, async () => {
    await chromium.executablePath();
    await inflate(packaged('../bin/al2023.tar.br'));
  });
  const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`;
  await writeFile(join(unfinished, 'fonts', 'fonts.conf'), fonts);
  // Another process may have unpacked the same version first. Its folder is used then.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return folder;
}

function packaged(file: string): string {
  return fileURLToPath(new URL(file, import.meta.resolve('@sparticuz/chromium')));
}

/** The package always unpacks to the system's temporary folder, so that folder is replaced while it runs. */
async function withTemporaryFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
