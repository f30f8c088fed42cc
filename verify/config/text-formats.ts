import { headerNameFault, headerValueFault } from './header-fault.ts';

/** By JSON schema format: returns what is wrong with a text, or null. The sentence does not repeat the text. */
export const textFormats = {
  uri: baseUrlFault,
  'header-name': headerNameFault,
  'header-value': headerValueFault,
  'well-formed': (text) => (text.isWellFormed() ? null : 'It contains half of a surrogate pair. Remove it.'),
} as const satisfies Readonly<Record<string, (text: string) => string | null>>;

export type TextFormat = keyof typeof textFormats;

export function isTextFormat(name: string): name is TextFormat {
  return Object.hasOwn(textFormats, name);
}

function baseUrlFault(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'The base URL is not an http or https URL. Use one such as http://127.0.0.1:4010.';
  // A password must not be shown.
  if (url.username !== '' || url.password !== '')
    return 'The base URL contains a user name or a password. Remove it: keys come from the environment.';
  if (url.search !== '' || url.hash !== '')
    return 'The base URL has a query or a fragment. Remove everything from the ? or # on.';
  return null;
}
