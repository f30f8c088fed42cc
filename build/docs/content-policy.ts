import { createHash } from 'node:crypto';

/** What the pages of the docs may load, apart from their own inline scripts. */
export interface PolicySources {
  readonly scripts?: readonly string[];
  readonly styles: readonly string[];
  readonly images: readonly string[];
  readonly fonts: readonly string[];
  readonly connections?: readonly string[];
  readonly workers?: readonly string[];
}

/** Adds a policy to a page: it may run its own inline scripts, which are identified by their digests, and load only what is named. */
export function withContentPolicy(page: string, sources: PolicySources): string {
  const digests = Array.from(
    page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g),
    ([, script = '']) => createHash('sha256').update(script).digest('base64'),
  );
  const policy = [
    "default-src 'none'",
    directive('script-src', [...(sources.scripts ?? []), ...digests.map((digest) => `'sha256-${digest}'`)]),
    directive('style-src', sources.styles),
    directive('img-src', sources.images),
    directive('font-src', sources.fonts),
    directive('connect-src', sources.connections),
    directive('worker-src', sources.workers),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy.filter(Boolean).join('; ')}">`;
  const guarded = page.replace('<meta charset="utf-8">', (charset) => `${charset}\n${meta}`);
  if (guarded === page)
    throw new Error('A page of the docs has no <meta charset="utf-8"> for its policy to follow.');
  return guarded;
}

function directive(name: string, sources: readonly string[] = []): string {
  return sources.length === 0 ? '' : `${name} ${sources.join(' ')}`;
}
