import type { Browser, Page } from 'playwright-core';

/** An open page, and the problems that it had. */
export interface Visit {
  readonly page: Page;
  /** Requests for other resources, script errors, and errors and warnings in the console. */
  readonly complaints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Opens a local file or a served page in a new browser context. Offline, only local files can be opened. */
export async function visit(browser: Browser, url: string, options: { offline: boolean }): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 4000 } });
  await context.setOffline(options.offline);
  // Disabled: the timeout of the test applies.
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
