/**
 * How long a replica may be silent before another one takes its run. Progress is written about once a second, so this
 * is a pause of many of them, and short enough for somebody who waits.
 */
export const leaseMs = 15_000;

/** A run whose replica goes away is begun again from the start, so often; then it is interrupted, lest it takes every replica down. */
export const mostAttempts = 3;

export const leaseFrom = (instant: string): string => new Date(Date.parse(instant) + leaseMs).toISOString();
