import type { Schedule } from "@rialto/service-kit/schedule";
import type { MatchmakingDeps } from "../deps.ts";
import { reviseChangedLists } from "../matching/revise-lists.ts";

/**
 * Writes the lists that meetings, answers and other replicas' changes have touched, and compares all stored lists once after a
 * start: what a crash left half done is put right then.
 */
export const reviseListsThatChanged = (deps: MatchmakingDeps): Schedule => ({
  name: "matchmaking.revise-changed-lists",
  everyMs: 1_000,
  async run({ signal, cause }) {
    let isMore = true;
    while (isMore && !signal.aborted) isMore = await reviseChangedLists(deps, cause, "all");
  },
});
