import { useState } from "react";

const MOST = 200;

/** How many lines to ask for: a page, and another one each time more are wanted, up to what a service gives at once. */
export function usePager(page: number): { readonly size: number; readonly more: () => void } {
  const [size, setSize] = useState(page);
  return { size, more: () => setSize((current) => Math.min(MOST, current + page)) };
}
