/** The path of the page that says how a link ended, for links without a URL of their own to return to. */
export const finishedPath = '/link/finished';
