import { DatabaseSilent } from "./errors.ts";

/**
 * Gives up waiting for the database after `limitMs`, whatever the driver waits for: its own limits add up to minutes when a
 * server accepts requests and stays silent, and its `timeoutMS` does nothing since 7.8. The work itself is not stopped.
 */
export async function answeredInTime<Result>(work: Promise<Result>, limitMs = 5_000): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseSilent(limitMs)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
