import { startPrism } from './start-prism.ts';

/** Starts the mock of all three contracts as a process, as the `mock` command does. */
export function startPrismMock(): Promise<{ url: string; close(): Promise<void> }> {
  return startPrism('mock', 'generated/vendors.yaml', '--errors');
}
