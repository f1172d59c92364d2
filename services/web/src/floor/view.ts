/** What part of the plan is seen, in metres. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The middle of what is seen, and how many times closer than the whole hall. It outlives another size of the window. */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

const CLOSEST = 12.5;

const around = (hall: View, width: number, height: number): View => ({
  x: hall.x + (hall.width - width) / 2,
  y: hall.y + (hall.height - height) / 2,
  width,
  height,
});

/** The whole hall in a frame of this shape; `aspect` is its width by its height. */
export function whole(hall: View, aspect: number): View {
  const width = Math.max(hall.width, hall.height * aspect);
  return around(hall, width, width / aspect);
}

/** As much as fills the frame, from the hall's beginning: where the whole would be too small to read. */
export function filling(hall: View, aspect: number): View {
  const width = Math.min(hall.width, hall.height * aspect);
  return { x: hall.x, y: hall.y, width, height: width / aspect };
}

/** Not out of the plan; what is wider than the plan stands in its middle. */
export function kept(view: View, hall: View): View {
  const within = (at: number, size: number, from: number, all: number) =>
    size >= all ? from + (all - size) / 2 : Math.min(Math.max(at, from), from + all - size);
  return {
    ...view,
    x: within(view.x, view.width, hall.x, hall.width),
    y: within(view.y, view.height, hall.y, hall.height),
  };
}

/** The view around a point that stays where it is; never wider than the whole, nor closer than a twelfth of it. */
export function zoomed(view: View, hall: View, factor: number, at: { readonly x: number; readonly y: number }): View {
  const most = whole(hall, view.width / view.height).width;
  const width = Math.min(most, Math.max(most / CLOSEST, view.width * factor));
  const real = width / view.width;
  return kept({ x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real, width, height: view.height * real }, hall);
}

/** Moved as little as needed to see a thing with some room around it. */
export function revealing(view: View, hall: View, [x, y, width, depth]: readonly [number, number, number, number]): View {
  const within = (from: number, size: number, at: number, long: number) =>
    Math.min(Math.max(from, at + long * 1.5 - size), at - long * 0.5);
  return kept({ ...view, x: within(view.x, view.width, x, width), y: within(view.y, view.height, y, depth) }, hall);
}

export const lookOf = (view: View, hall: View): Look => ({
  x: view.x + view.width / 2,
  y: view.y + view.height / 2,
  scale: whole(hall, view.width / view.height).width / view.width,
});

export function viewOf({ x, y, scale }: Look, hall: View, aspect: number): View {
  const { width, height } = whole(hall, aspect);
  const [wide, high] = [width / scale, height / scale];
  return kept({ x: x - wide / 2, y: y - high / 2, width: wide, height: high }, hall);
}
