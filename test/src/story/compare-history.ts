import type { Envelope } from "@rialto/contracts/kernel/event";
import type { StoredAggregate } from "../fair/stored-aggregates.ts";

type Placed = Pick<Envelope, "id" | "source" | "subject" | "seq">;

/** What is wrong with what Kafka holds, measured by what the services wrote. No problems: no event was lost or out of order. */
export interface HistoryReport {
  readonly events: number;
  readonly repeats: number;
  readonly problems: readonly string[];
}

/** First occurrences per aggregate, as a consumer takes them; where a later repeat stands does not matter. */
function firstOccurrences(log: readonly Placed[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  const seen = new Set<string>();
  for (const { id, source, subject, seq } of log) {
    if (seen.has(id)) continue;
    seen.add(id);
    const key = `${source} ${subject}`;
    positions.set(key, [...(positions.get(key) ?? []), seq]);
  }
  return positions;
}

const isOneTo = (last: number, positions: readonly number[]) =>
  positions.length === last && positions.every((seq, index) => seq === index + 1);

/** Holds the log against the databases: per aggregate 1 to n, each once, in order; and nothing that nobody wrote. */
export function compareHistory(stored: readonly Omit<StoredAggregate, "waiting">[], log: readonly Placed[]): HistoryReport {
  const positions = firstOccurrences(log);
  const written = new Map(stored.map(({ source, id, seq }) => [`${source} ${id}`, seq]));
  const wrong = [...written]
    .filter(([key, seq]) => !isOneTo(seq, positions.get(key) ?? []))
    .map(([key, seq]) => `${key} wrote 1..${seq}, Kafka holds ${positions.get(key)?.join(", ") ?? "nothing"}`);
  const strangers = [...positions.keys()].filter((key) => !written.has(key)).map((key) => `${key} is on Kafka and nowhere else`);
  const events = new Set(log.map(({ id }) => id)).size;
  return { events, repeats: log.length - events, problems: [...wrong, ...strangers] };
}
