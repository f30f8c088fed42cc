import { readFileSync } from 'node:fs';

// The process reports its own peak memory when it exits. On Linux, Node's own number includes the memory of the parent
// process, so the number of the kernel is used.
process.on('exit', () => process.stderr.write(`peak memory ${peakKilobytes()} kB\n`));

function peakKilobytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
