import type { Request, RequestHandler, Response } from 'express';

/** Runs middleware in order. Rejects with the first error that is thrown or passed to `next`. */
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
