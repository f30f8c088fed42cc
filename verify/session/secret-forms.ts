/** Every way in which a secret may stand in a text: as it is, in an address, in JSON, in Base64, in hexadecimal digits. */
export function secretForms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const inAddress = encodeURIComponent(secret.toWellFormed());
  const forms = [
    secret,
    inAddress,
    inAddress.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    ...[0, 1, 2].flatMap((offset) => base64Within(bytes, offset)),
  ];
  return [...new Set(forms)];
}

/** What of a secret is the same in Base64 whatever stands before it, so many bytes more than a multiple of three, and after it. */
function base64Within(bytes: Buffer, offset: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
  const [start, end] = [Math.ceil((offset * 8) / 6), Math.floor((padded.length * 8) / 6)];
  // A shorter one stands in ordinary words.
  if (end - start < 5) return [];
  return (['base64', 'base64url'] as const).map((encoding) => padded.toString(encoding).slice(start, end));
}
