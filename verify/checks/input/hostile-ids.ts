/** Segments of a path as an attacker writes them, already encoded: nothing may tidy them on their way. */
export const hostileIds: readonly string[] = [
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%FF%FE',
  '%C0%AE%C0%AE',
  '%E0%A4%A',
  '%0d%0aX-Injected:%20yes',
  "'%20OR%20'1'='1",
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%F0%9F%92%A9',
  '%25',
];
