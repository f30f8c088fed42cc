import type { NextFunction, Request, RequestHandler, Response } from 'express';

/** Runs middleware one after the other, and `next` after the last or at the first error. */
export function inOrder(
  handlers: readonly RequestHandler[],
  request: Request,
  response: Response,
  next: NextFunction,
): void {
  let position = 0;
  const step = (error?: unknown): void => {
    const handler = handlers[position];
    position += 1;
    if (error !== undefined || handler === undefined) next(error);
    else handler(request, response, step);
  };
  step();
}
