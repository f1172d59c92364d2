import { expect, test } from "vitest";
import { neighbour } from "./neighbour.ts";

const booth = (boothId: string, x: number, y: number) => ({ boothId, at: [x, y, 3, 3] as [number, number, number, number] });
const [a, b, c, d] = [booth("a", 0, 0), booth("b", 4, 0), booth("c", 0, 8), booth("d", 5, 8)];
const all = [a, b, c, d];

test.each([
  [a, "ArrowRight", b],
  [a, "ArrowDown", c],
  [b, "ArrowDown", d],
  [d, "ArrowLeft", c],
  [c, "ArrowUp", a],
  [a, "ArrowLeft", undefined],
] as const)("from %o by %s", (from, direction, to) => expect(neighbour(all, from, direction)).toBe(to));
