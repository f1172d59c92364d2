import { type Ceremony, type Item, itemOf, type NextStep, type Step } from "./show.ts";

/** What brought a ceremony from what a screen showed to what it shows now. */
export type Happened =
  | { readonly what: Step; readonly step: NextStep; readonly item: Item | undefined }
  | { readonly what: "skip"; readonly item: Item }
  | { readonly what: "abort" | "set" | "several" };

/** Beginning a ceremony, and ending it with its last item, count as two moves. */
function movesOf(step: NextStep["step"], now: Ceremony): number {
  return step === "open" || (step === "complete" && now.status === "completed") ? 2 : 1;
}

const skippedSince = (before: Ceremony, now: Ceremony): Item[] =>
  now.items.filter(({ itemId, step }) => {
    const was = before.items.find((item) => item.itemId === itemId);
    return step === "skipped" && was !== undefined && was.step !== "skipped";
  });

/** In words for somebody whose screen has moved by another's hand; `undefined`: nothing has happened. */
export function happenedBetween(before: Ceremony, now: Ceremony): Happened | undefined {
  if (now.moves <= before.moves) return undefined;
  if (now.status === "aborted") return { what: "abort" };
  const [skipped, ...more] = skippedSince(before, now);
  if (skipped !== undefined) return more.length === 0 ? { what: "skip", item: skipped } : { what: "several" };
  if (now.status === "planned") return { what: "set" };
  const { nextStep } = before;
  if (now.moves > before.moves + movesOf(nextStep.step, now)) return { what: "several" };
  if (nextStep.step === "none" || nextStep.step === "setRunOfShow") return { what: "several" };
  return { what: nextStep.step, step: nextStep, item: itemOf(now, nextStep) };
}
