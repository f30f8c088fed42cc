/** What a target that is not on loopback is spared to, unless it is said otherwise: enough for one user of each API. */
export const remoteLimits = { requestsASecond: 2, requestsAnApi: 100 } as const;
