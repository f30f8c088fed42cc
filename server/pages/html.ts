/** Markup that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Joins markup and values. A value that is no markup itself is escaped. */
export function html(
  markup: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const rendered = values.map((value) => {
    if (typeof value === 'string') return escaped(value);
    return value instanceof Html ? value.text : value.map(({ text }) => text).join('');
  });
  return new Html(String.raw({ raw: markup }, ...rendered));
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' };
  return text.replace(/[&<>"']/g, (character) => `&${entities[character]};`);
}
