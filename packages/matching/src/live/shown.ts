import { enlarged } from "./postings.ts";

/** A list as it is worked out. */
export type Draft = {
  size: number;
  /** How far into the ranking the list looked: what happens further down does not concern it. */
  looked: number;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
};

/** Everybody's list as last told, side by side. */
export type Shown = {
  /** Places of one list. */
  length: number;
  /** By owner: how many places are taken, and how far the list looked, 0 before it was ever told. */
  size: Int32Array<ArrayBuffer>;
  looked: Int32Array<ArrayBuffer>;
  members: Int32Array<ArrayBuffer>;
  scores: Float64Array<ArrayBuffer>;
};

export const createDraft = (length: number): Draft => ({
  size: 0,
  looked: 0,
  members: new Int32Array(length),
  scores: new Float64Array(length),
});

export const createShown = (length: number): Shown => ({
  length,
  size: new Int32Array(0),
  looked: new Int32Array(0),
  members: new Int32Array(0),
  scores: new Float64Array(0),
});

/** Keeps a list as told. */
export function tell(shown: Shown, owner: number, draft: Draft): void {
  if (owner >= shown.size.length) grow(shown, owner);
  const { size, looked, members, scores } = shown;
  const from = owner * shown.length;
  size[owner] = draft.size;
  looked[owner] = draft.looked;
  for (let at = 0; at < draft.size; at++) {
    members[from + at] = draft.members[at]!;
    scores[from + at] = draft.scores[at]!;
  }
}

function grow(shown: Shown, owner: number): void {
  const owners = Math.ceil((owner + 1) * 1.25);
  for (const name of ["size", "looked"] as const) shown[name] = enlarged(shown[name], owners);
  shown.members = enlarged(shown.members, owners * shown.length);
  shown.scores = enlarged(shown.scores, owners * shown.length);
}

/** As if the owner had never been told anything. */
export function forget({ size, looked }: Shown, owner: number): void {
  size[owner] = 0;
  looked[owner] = 0;
}

/** Whether a list is the one that was told. */
export function isAsTold({ length, size, members, scores }: Shown, owner: number, draft: Draft): boolean {
  if ((size[owner] ?? 0) !== draft.size) return false;
  const from = owner * length;
  for (let at = 0; at < draft.size; at++)
    if (members[from + at] !== draft.members[at] || scores[from + at] !== draft.scores[at]) return false;
  return true;
}

/** An owner's list as told: candidates and their scores, best first. */
export function toldTo({ length, size, members, scores }: Shown, owner: number): { candidate: number; score: number }[] {
  const from = owner * length;
  return Array.from({ length: size[owner] ?? 0 }, (_, at) => ({ candidate: members[from + at]!, score: scores[from + at]! }));
}
