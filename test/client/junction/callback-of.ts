/**
 * Follows the redirects of a consent page as a browser does, without a click, until they leave the server. Returns the
 * query of the URL of the application.
 */
export async function callbackOf(
  consentUrl: string | null | undefined,
  outcome: string,
): Promise<Readonly<Record<string, string>>> {
  const { origin } = new URL(String(consentUrl));
  let url = `${consentUrl}&simulate=${outcome}`;
  while (new URL(url).origin === origin) {
    const { headers, status } = await fetch(url, { redirect: 'manual' });
    const location = headers.get('location');
    if (location === null) throw new Error(`${url} was answered with ${status} and no redirect.`);
    url = new URL(location, url).href;
  }
  return Object.fromEntries(new URL(url).searchParams);
}
