/** Each pattern needs linear time, because the target chooses the text. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\bat (?:async )?[\w.<>[\] ]{1,120} \(?(?:file:|node:|\/|[A-Z]:\\)[^\s)]{1,400}:\d+:\d+/, 'a stack trace'],
  [/Traceback \(most recent call last\)|File "[^"]+", line \d+/, 'a stack trace'],
  [/^[ \t]*at [\w$.]+\([\w.]+\.java:\d+\)|\bgoroutine \d+ \[/m, 'a stack trace'],
  [/\b[a-z]\w{0,40}(?:\.\w{1,40}){1,8}(?:Error|Exception|NotFound|Found)\b/, 'an exception name'],
  [/\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM)\b[\s\S]{1,200}\b(?:FROM|VALUES|SET|WHERE)\b/, 'SQL'],
  [
    /syntax error at or near|SQLSTATE|SQLITE_[A-Z]+|ORA-\d{5}|duplicate key value violates|relation "[^"]+" does not exist|no such (?:table|column)/i,
    'a database error',
  ],
  [
    /(?<=^|[\s"'(=:])\/(?:home|usr|var|etc|opt|srv|app|root|tmp|mnt|Users|workspace|code)\/[\w./-]+/,
    'a path',
  ],
  [/\b[A-Z]:\\[\w\\.-]+/, 'a path'],
  [
    /\b(?:localhost|127\.0\.0\.1|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?::\d{2,5})?\b/,
    'a host',
  ],
  [/(?<![\w.-])[\w.-]+\.(?:internal|local|svc|cluster|lan|corp)(?::\d{2,5})?\b/, 'a host'],
  [/\b(?:ECONNREFUSED|ENOTFOUND|ENOENT|EACCES|ETIMEDOUT)\b/, 'an operating system error'],
];

/** The internal details that a text reveals, each with its kind and the matching text. */
export function internalsIn(text: string): { readonly kind: string; readonly match: string }[] {
  return patterns.flatMap(([pattern, kind]) => {
    const match = pattern.exec(text)?.[0];
    return match === undefined ? [] : [{ kind, match: match.trim() }];
  });
}
