/**
 * The formats of the contracts, as strict as RFC 3339 and RFC 9562. All validators of this project use them, because
 * common ones accept 30 February, a space instead of the `T`, or a time zone without its colon.
 */
export const formats: Readonly<Record<'date-time' | 'uuid' | 'uri', (text: string) => boolean>> = {
  'date-time': isDateTime,
  uuid: isUuid,
  uri: isUri,
};

const dateTime =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339 `date-time` on a day that exists, with an upper-case `T` and `Z`, and no leap second. */
export function isDateTime(text: string): boolean {
  const match = dateTime.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A UUID of any version, in upper or lower case: five groups of hexadecimal digits, separated by hyphens. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}

const uri = /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i;

/** An absolute URI with only the characters that RFC 3986 allows. Each percent sign begins a valid encoding. */
export function isUri(text: string): boolean {
  return uri.test(text) && URL.canParse(text);
}
