import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Site } from './build-site.ts';

/** Puts the site into a folder. Each file appears whole or not at all, and the first page after all that it leads to. */
export async function writeSite(site: Site, folder: string): Promise<void> {
  const unfinished = (path: string) => join(folder, dirname(path), `.${basename(path)}.${process.pid}`);
  for (const parent of new Set([...site.keys()].map(dirname))) {
    await mkdir(join(folder, parent), { recursive: true });
  }
  try {
    for (const [path, text] of site) await writeFile(unfinished(path), text);
    for (const path of site.keys()) await rename(unfinished(path), join(folder, path));
  } finally {
    for (const path of site.keys()) await rm(unfinished(path), { force: true });
  }
}

/** Removes the files of earlier sites from a folder that holds nothing else. */
export async function removeEarlierFiles(site: Site, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    // What begins with a dot is the unfinished file of another process.
    const isKept = !entry.isFile() || entry.name.startsWith('.') || site.has(path);
    if (!isKept) await rm(join(folder, path), { force: true });
  }
}
