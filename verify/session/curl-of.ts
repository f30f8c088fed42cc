import { type Credential, quoted } from './credential.ts';

/** A command for a shell that sends a GET and shows the whole answer, in which variables stand for what is secret. */
export function curlOf(request: {
  readonly url: string;
  /** The names of the headers that every request has. */
  readonly given: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly credential: Credential;
}): string {
  const { url, given, headers, credential } = request;
  const words = [
    'curl -sSig --path-as-is --max-time 10',
    ...given.map((name) => `-H ${quoted(`${name}: [as given by --header]`)}`),
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...credential.curl,
    quoted(url),
  ];
  return words.join(' ');
}
