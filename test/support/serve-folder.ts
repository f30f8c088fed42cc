import express from 'express';
import { serve } from './serve.ts';

/** Serves the files of a folder below a path, as a static host does. */
export function serveFolder(folder: string, base: string): ReturnType<typeof serve> {
  return serve(express().use(base, express.static(folder)));
}
