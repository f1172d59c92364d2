/** Tells the time as it travels: ISO 8601, UTC. An argument everywhere, so that tests hold it. */
export type Clock = () => string;

export const systemClock: Clock = () => new Date().toISOString();
