import { eventually } from "@rialto/testing/eventually";
import { readLog } from "../fair/read-log.ts";
import { storedAggregates } from "../fair/stored-aggregates.ts";
import type { RunningFair } from "../start-fair.ts";
import { compareHistory, type HistoryReport } from "./compare-history.ts";

/** Waits until no service has anything left to send, then holds the log against the databases. */
export async function checkHistory({ names, servers }: RunningFair): Promise<HistoryReport> {
  const isAllSent = async () => (await storedAggregates(names, servers)).every(({ waiting }) => waiting === 0);
  await eventually("every event was sent", isAllSent, { timeoutMs: 30_000, everyMs: 100 });
  const stored = await storedAggregates(names, servers);
  // Notifications are facts about people and belong to no document; the inbox is held against them elsewhere.
  const log = (await readLog(names, servers)).filter(({ source }) => source !== "/rialto/gateway");
  return compareHistory(stored, log);
}
