import { type PointerEvent, useEffect, useRef, useState } from "react";
import { filling, kept, type Look, lookOf, revealing, type View, viewOf, whole, zoomed } from "./view.ts";

const STEP = 1.25;
/** A finger that moved less than this many pixels has tapped. */
const TAP_PX = 6;

/** The frame's own shape, so that nothing of it stays empty while there is something to see. */
function useAspect(svg: React.RefObject<SVGSVGElement | null>, before: number): number {
  const [aspect, setAspect] = useState(before);
  useEffect(() => {
    if (svg.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      if (width > 0 && height > 0) setAspect(width / height);
    });
    observer.observe(svg.current);
    return () => observer.disconnect();
  }, [svg]);
  return aspect;
}

/** Zoom by wheel, buttons and two fingers, pan by dragging. The view moves without drawing the booths again. */
export function useView(hall: View, { isFilled }: { readonly isFilled: boolean }) {
  const svg = useRef<SVGSVGElement>(null);
  const aspect = useAspect(svg, hall.width / hall.height);
  const [look, setLook] = useState<Look>();
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const moved = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another hall, another look
  useEffect(() => setLook(undefined), [hall.x, hall.y, hall.width, hall.height]);

  const first = isFilled ? filling(hall, aspect) : whole(hall, aspect);
  const view = look === undefined ? first : viewOf(look, hall, aspect);
  const show = (next: View) => setLook(lookOf(next, hall));

  const metresPerPixel = () => view.width / (svg.current?.clientWidth ?? 1);
  const pointAt = (clientX: number, clientY: number) => {
    const box = svg.current?.getBoundingClientRect();
    return {
      x: view.x + (clientX - (box?.left ?? 0)) * metresPerPixel(),
      y: view.y + (clientY - (box?.top ?? 0)) * metresPerPixel(),
    };
  };
  const centre = () => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });

  const turn = useRef<(event: WheelEvent) => void>(() => undefined);
  turn.current = (event) => {
    event.preventDefault();
    show(zoomed(view, hall, event.deltaY > 0 ? STEP : 1 / STEP, pointAt(event.clientX, event.clientY)));
  };
  useEffect(() => {
    const frame = svg.current;
    const onWheel = (event: WheelEvent) => turn.current(event);
    // Not passive: the page must not scroll away under the plan.
    frame?.addEventListener("wheel", onWheel, { passive: false });
    return () => frame?.removeEventListener("wheel", onWheel);
  }, []);

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
      show(zoomed(view, hall, factor, pointAt((now.x + other.x) / 2, (now.y + other.y) / 2)));
    } else if (moved.current > TAP_PX) {
      // From here on it is no tap: the drag goes on outside of the plan too.
      svg.current?.setPointerCapture(event.pointerId);
      const scale = metresPerPixel();
      show(kept({ ...view, x: view.x - (now.x - before.x) * scale, y: view.y - (now.y - before.y) * scale }, hall));
    }
    pointers.current.set(event.pointerId, now);
  }
  const forget = (event: PointerEvent) => void pointers.current.delete(event.pointerId);

  return {
    svg,
    view,
    zoomIn: () => show(zoomed(view, hall, 1 / STEP, centre())),
    zoomOut: () => show(zoomed(view, hall, STEP, centre())),
    reset: () => show(whole(hall, aspect)),
    reveal: (place: readonly [number, number, number, number]) => show(revealing(view, hall, place)),
    /** Whether the pointer has dragged rather than tapped. */
    hasDragged: () => moved.current > TAP_PX,
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        if (pointers.current.size === 0) moved.current = 0;
        pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      },
      onPointerMove: drag,
      onPointerUp: forget,
      onPointerCancel: forget,
      onPointerLeave: forget,
    },
  };
}
