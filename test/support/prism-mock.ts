import { startPrism } from './start-prism.ts';

/** Starts the mock of all three contracts as a process, like the `mock` command. */
export function startPrismMock(): Promise<{ url: string; close(): Promise<void> }> {
  return startPrism('mock', 'generated/vendors.yaml', '--errors');
}
