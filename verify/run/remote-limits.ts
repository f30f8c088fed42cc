/** The default limits for a target that is not on loopback. They are enough to verify one user of each API. */
export const remoteLimits = { requestsPerSecond: 2, requestsPerOperation: 100 } as const;
