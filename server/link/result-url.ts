/** How a link ended, as the application of the integrator learns it. */
export type LinkResult =
  | { readonly state: 'success' }
  | { readonly state: 'error'; readonly errorType: string; readonly error: string };

/** The URL to which a person returns after a link, with the result in its query. Other parameters of the URL stay. */
export function resultUrl(redirectUrl: string, result: LinkResult): string {
  const url = new URL(redirectUrl);
  url.searchParams.set('state', result.state);
  if (result.state === 'error') {
    url.searchParams.set('error_type', result.errorType);
    url.searchParams.set('error', result.error);
  }
  return url.href;
}
