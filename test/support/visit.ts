import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** An open page, and the problems that it had. */
export interface Visit {
  readonly page: Page;
  /** Requests to other origins, failed requests, script errors, and messages in the console. */
  readonly complaints: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Opens a served page in a new browser context. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 4000 }, ...options });
  // Disabled: the timeout of the test applies.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const complaints: string[] = [];
  const { origin } = new URL(url);
  await context.route('**/*', (route, request) => {
    const target = request.url();
    if (/^(?:data|blob):/.test(target) || new URL(target).origin === origin) return route.continue();
    complaints.push(`asks for ${target}`);
    return route.abort();
  });
  page.on('pageerror', (error) => complaints.push(`fails: ${error.message}`));
  page.on('console', (message) => {
    // Redoc writes its name and version.
    if (!message.text().includes('%c Redoc %c')) complaints.push(`says: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`gets ${response.status()} for ${response.url()}`);
  });
  const response = await page.goto(url);
  return { page, complaints, headers: (await response?.allHeaders()) ?? {} };
}
