/** A page at which a person has arrived. */
export interface Arrival {
  readonly url: string;
  readonly body: unknown;
}

/**
 * Opens a page of the application and follows its redirects, as a browser does. On the consent page the outcome is chosen
 * by the query, so no click is needed.
 */
export async function connect(application: string, person: string, outcome: string): Promise<Arrival> {
  let url = `${application}/people/${person}/connect`;
  for (;;) {
    const response = await fetch(url, { redirect: 'manual' });
    const location = response.headers.get('location');
    if (location === null) return { url, body: await response.json() };
    const next = new URL(location, url);
    if (next.pathname.startsWith('/consent/')) next.searchParams.set('simulate', outcome);
    url = next.href;
  }
}

/** Reads the accounts that the application shows. */
export async function accounts(application: string, person: string): Promise<unknown> {
  return (await fetch(`${application}/people/${person}/accounts`)).json();
}

/** Disconnects all accounts. Returns the status of the answer. */
export async function disconnect(application: string, person: string): Promise<number> {
  return (await fetch(`${application}/people/${person}/accounts`, { method: 'DELETE' })).status;
}
