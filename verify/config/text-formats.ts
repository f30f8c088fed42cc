import { headerNameFault, headerValueFault } from './header-fault.ts';

/** What is wrong with a text, as a sentence that does not repeat it; null if nothing is. By format of a JSON schema. */
export const textFormats = {
  uri: baseUrlFault,
  'header-name': headerNameFault,
  'header-value': headerValueFault,
  'well-formed': (text) => (text.isWellFormed() ? null : 'It has half a character in it. Leave it out.'),
} as const satisfies Readonly<Record<string, (text: string) => string | null>>;

export type TextFormat = keyof typeof textFormats;

export function isTextFormat(name: string): name is TextFormat {
  return Object.hasOwn(textFormats, name);
}

function baseUrlFault(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'The base URL is no http or https URL. Give one such as http://127.0.0.1:4010.';
  // A password must not be shown.
  if (url.username !== '' || url.password !== '')
    return 'The base URL has a user or a password in it. Leave it out: keys come from the environment.';
  if (url.search !== '' || url.hash !== '')
    return 'The base URL has a query or a fragment. Leave out what begins with ? or #.';
  return null;
}
