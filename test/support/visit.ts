import type { Browser, Page } from 'playwright-core';

/** A page that was opened, and whatever went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Requests for anything but the page, errors of its script, and what the console calls an error or a warning. */
  readonly complaints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Opens a page of the disk or of a server in a context of its own. Without a network, only the disk is there. */
export async function visit(browser: Browser, url: string, options: { offline: boolean }): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 4000 } });
  await context.setOffline(options.offline);
  // The time-out of the test is the one that counts.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const complaints: string[] = [];
  await context.route('**/*', (route, request) => {
    if (request.isNavigationRequest() || /^(?:data|blob):/.test(request.url())) return route.continue();
    complaints.push(`asks for ${request.url()}`);
    return route.abort();
  });
  page.on('pageerror', (error) => complaints.push(`fails: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`says: ${message.text()}`);
  });
  const response = await page.goto(url);
  return { page, complaints, headers: (await response?.allHeaders()) ?? {} };
}
