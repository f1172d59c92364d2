/** Passes on at most one value in `everyMs`; the last one held back is passed on by `flush`. */
export function throttle<T>(everyMs: number, pass: (value: T) => void, now: () => number = () => performance.now()) {
  let last = Number.NEGATIVE_INFINITY;
  let held: { value: T } | null = null;
  const flush = (): void => {
    if (held === null) return;
    const { value } = held;
    held = null;
    last = now();
    pass(value);
  };
  const offer = (value: T): void => {
    held = { value };
    if (now() - last >= everyMs) flush();
  };
  return { offer, flush };
}
