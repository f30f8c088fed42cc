import { readFileSync } from 'node:fs';

// Told by the process itself when it ends. What Node knows of it begins with the memory of whoever started it, so that
// Linux is asked where it is Linux.
process.on('exit', () => process.stderr.write(`peak memory ${peakKilobytes()} kB\n`));

function peakKilobytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
