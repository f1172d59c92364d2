/**
 * Runs the work at once when asked, and again after it when asked meanwhile, but never sooner than `gapMs` after it began.
 * Runs never overlap, so that a busy stream of changes neither cancels a fetch under way nor loses the last one.
 */
export function createPacer(work: () => Promise<unknown>, gapMs: number): () => void {
  let isRunning = false;
  let isAskedAgain = false;

  async function run(): Promise<void> {
    isRunning = true;
    do {
      isAskedAgain = false;
      const gap = new Promise((resolve) => setTimeout(resolve, gapMs));
      await work().catch(() => undefined);
      await gap;
    } while (isAskedAgain);
    isRunning = false;
  }

  return () => {
    isAskedAgain = true;
    if (!isRunning) void run();
  };
}
