/** All encodings in which a secret can be in a text: plain, in a URL, in JSON, in Base64, in hexadecimal digits. */
export function secretForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inUrl = encodeURIComponent(secret.toWellFormed());
  const forms = [
    secret,
    inUrl,
    inUrl.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64Within(bytes, offset)),
  ];
  return [...new Set(forms)];
}

/** The part of a secret's Base64 that does not depend on its context, at this offset from a multiple of three bytes. */
function base64Within(bytes: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
  const [start, end] = [Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6)];
  // Shorter parts occur in ordinary words.
  if (end - start < 5) return [];
  return (['base64', 'base64url'] as const).map((encoding) => padded.toString(encoding).slice(start, end));
}
