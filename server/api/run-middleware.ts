import type { Request, RequestHandler, Response } from 'express';

/** Runs middleware one after the other. Rejects with the first error, thrown or passed on. */
export async function runMiddleware(
  handlers: readonly RequestHandler[],
  request: Request,
  response: Response,
): Promise<void> {
  for (const handler of handlers) {
    await new Promise<void>((resolve, reject) => {
      const next = (error?: unknown) => (error === undefined ? resolve() : reject(error));
      Promise.resolve(handler(request, response, next)).catch(reject);
    });
  }
}
