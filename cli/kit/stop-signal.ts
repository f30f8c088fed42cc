const parentWatchMilliseconds = 200;

/**
 * Resolves at the first SIGINT or SIGTERM, or when the shell of an npm script has ended: npm sends the signal to that
 * shell, which ends without forwarding it. A second signal ends the process at once.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid !== parent && stop(), parentWatchMilliseconds).unref();
    if (process.env.npm_lifecycle_event === undefined) clearInterval(watch);
    const stop = () => {
      clearInterval(watch);
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}
