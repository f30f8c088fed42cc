/** The HTML of the page at `/`. */
export function landingPage(): string {
  return '<!doctype html><title>connections-contract</title>';
}
