/** What is wrong with a base URL, as a sentence that does not repeat it, for it may hold a password; null where it is right. */
export function baseUrlFault(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'The base URL is no http or https URL. Give one such as http://127.0.0.1:4010.';
  if (url.username !== '' || url.password !== '')
    return 'The base URL has a user or a password in it. Leave it out: keys come from the environment.';
  if (url.search !== '' || url.hash !== '')
    return 'The base URL has a query or a fragment. Leave out what begins with ? or #.';
  return null;
}
