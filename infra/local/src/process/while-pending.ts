/** Awaits the work; `stop` is called when the signal aborts meanwhile, and never after the work has ended. */
export async function whilePending<T>(work: Promise<T>, signal: AbortSignal | undefined, stop: () => unknown): Promise<T> {
  signal?.addEventListener("abort", stop, { once: true });
  try {
    return await work;
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
