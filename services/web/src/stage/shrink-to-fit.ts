const STEP = 0.05;
const SMALLEST = 0.55;
/** The feet of the last line may hang into the margin: shrinking would not lift them. */
const TOLERANCE = 1.01;

/**
 * Draws a picture a little closer together until it fits its frame: spaces and large words shrink, no word under what the
 * last row can read. Names of every length come to a stage, and nobody is there to scroll.
 */
export function shrinkToFit(picture: HTMLElement): void {
  let scale = 1;
  picture.style.setProperty("--k", "1");
  while (picture.scrollHeight > picture.clientHeight * TOLERANCE && scale > SMALLEST) {
    scale -= STEP;
    picture.style.setProperty("--k", scale.toFixed(2));
  }
}
