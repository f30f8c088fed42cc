import helmet from 'helmet';

/** Nothing is loaded and nothing is sent; styles stand in the page. */
const closed = {
  defaultSrc: ["'none'"],
  styleSrc: ["'unsafe-inline'"],
  imgSrc: ['data:'],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** The headers of a page without a script. */
export const pageHeaders = headersWith(closed);

/** The docs bring their script along, and say in the page which; their search runs in a worker made of a blob. */
export const docsHeaders = headersWith({
  ...closed,
  scriptSrc: ["'unsafe-inline'"],
  fontSrc: ['data:'],
  workerSrc: ['blob:'],
});

function headersWith(directives: Record<string, string[]>) {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // The server speaks plain HTTP, and often on a name that serves other things too.
    strictTransportSecurity: false,
  });
}
