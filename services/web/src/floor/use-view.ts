import { type PointerEvent, useEffect, useRef, useState, type WheelEvent } from "react";

/** What part of the plan is seen, in metres. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const CLOSEST = 0.08;

/** The view around a point that stays where it is; never wider than the whole, nor closer than a twelfth of it. */
export function zoomed(view: View, whole: View, factor: number, at: { x: number; y: number }): View {
  const width = Math.min(whole.width, Math.max(whole.width * CLOSEST, view.width * factor));
  const real = width / view.width;
  const height = view.height * real;
  return kept({ x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real, width, height }, whole);
}

/** Not out of the plan. */
export function kept(view: View, whole: View): View {
  const within = (value: number, from: number, to: number) => Math.min(Math.max(value, from), Math.max(from, to));
  return {
    ...view,
    x: within(view.x, whole.x, whole.x + whole.width - view.width),
    y: within(view.y, whole.y, whole.y + whole.height - view.height),
  };
}

const STEP = 1.25;
/** A finger that moved less than this many pixels has tapped. */
const TAP_PX = 6;

/** Zoom by wheel, buttons and two fingers, pan by dragging. The view moves without drawing the booths again. */
export function useView(whole: View) {
  const [view, setView] = useState(whole);
  const svg = useRef<SVGSVGElement>(null);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hall, another whole
  useEffect(() => setView(whole), [whole.x, whole.y, whole.width, whole.height]);

  const metresPerPixel = () => view.width / (svg.current?.clientWidth ?? 1);
  const pointAt = (clientX: number, clientY: number) => {
    const box = svg.current?.getBoundingClientRect();
    return {
      x: view.x + (clientX - (box?.left ?? 0)) * metresPerPixel(),
      y: view.y + (clientY - (box?.top ?? 0)) * metresPerPixel(),
    };
  };
  const centre = () => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });

  function drag(event: PointerEvent) {
    const before = pointers.current.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    const [one, two] = [...pointers.current.values()];
    moved.current += Math.hypot(now.x - before.x, now.y - before.y);
    if (one !== undefined && two !== undefined) {
      const other = one === before ? two : one;
      const factor =
        Math.hypot(before.x - other.x, before.y - other.y) / Math.max(1, Math.hypot(now.x - other.x, now.y - other.y));
      setView(zoomed(view, whole, factor, pointAt((now.x + other.x) / 2, (now.y + other.y) / 2)));
    } else if (moved.current > TAP_PX) {
      const scale = metresPerPixel();
      setView(kept({ ...view, x: view.x - (now.x - before.x) * scale, y: view.y - (now.y - before.y) * scale }, whole));
    }
    pointers.current.set(event.pointerId, now);
  }

  return {
    svg,
    view,
    zoomIn: () => setView(zoomed(view, whole, 1 / STEP, centre())),
    zoomOut: () => setView(zoomed(view, whole, STEP, centre())),
    reset: () => setView(whole),
    /** Whether the pointer has dragged rather than tapped. */
    hasDragged: () => moved.current > TAP_PX,
    handlers: {
      onWheel: (event: WheelEvent) => {
        if (event.ctrlKey || event.shiftKey || event.deltaY !== 0)
          setView(zoomed(view, whole, event.deltaY > 0 ? STEP : 1 / STEP, pointAt(event.clientX, event.clientY)));
      },
      onPointerDown: (event: PointerEvent) => {
        if (pointers.current.size === 0) moved.current = 0;
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove: drag,
      onPointerUp: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
      onPointerCancel: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
      onPointerLeave: (event: PointerEvent) => void pointers.current.delete(event.pointerId),
    },
  };
}
