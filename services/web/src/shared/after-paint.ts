/** Does the work after the next picture: what a tap has marked is seen before the processor is busy with what comes of it. */
export function afterPaint(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work));
}
