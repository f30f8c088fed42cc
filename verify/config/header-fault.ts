import { type Vendor, vendors } from '../../spec/vendors.ts';
import { headerOf, keyVariable } from '../session/credential.ts';

/** What a header of the user's may not be: HTTP itself or a check needs to say it. */
const reserved = [
  'accept',
  'accept-encoding',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'expect',
  'upgrade',
  'te',
  'trailer',
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'x-workspace-id',
];

/** What is wrong with the name of a header, as a sentence; null where it may be given. */
export function headerNameFault(name: string): string | null {
  if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) return 'No header can have that name.';
  const lower = name.toLowerCase();
  const vendor = vendorOfKeyHeader(lower);
  if (vendor !== undefined) {
    return `${name} is the header of a key, and keys are never given so. Set ${keyVariable(vendor)} in the environment, or give it in the file of --key-file.`;
  }
  return reserved.includes(lower) ? `${name} is set by the verifier itself. Leave it out.` : null;
}

/** What is wrong with the value of a header, as a sentence that does not repeat it; null where it may be sent. */
export function headerValueFault(value: string): string | null {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
    ? null
    : 'It has a character that no header can carry, such as a line break. Leave it out.';
}

function vendorOfKeyHeader(lower: string): Vendor | undefined {
  return vendors.find((entry) => headerOf(entry, '')[0].toLowerCase() === lower)?.vendor;
}
