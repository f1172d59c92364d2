import { queryClient } from "../data/query-client.ts";
import type { Entity } from "./entities.ts";
import { createPacer } from "./pacer.ts";

/** The whole plan is one answer: at most once a second however busy the floor is. */
const PACE_MS: Partial<Record<Entity, number>> = { booth: 1_000, meeting: 250, recommendations: 150 };
const USUAL_PACE_MS = 100;

const refetch = (entity: Entity) =>
  queryClient.invalidateQueries({ predicate: ({ meta }) => meta?.follows?.includes(entity) === true });

const pacers = new Map<Entity, () => void>();

function pacerOf(entity: Entity): () => void {
  const known = pacers.get(entity);
  if (known !== undefined) return known;
  const pacer = createPacer(() => refetch(entity), PACE_MS[entity] ?? USUAL_PACE_MS);
  pacers.set(entity, pacer);
  return pacer;
}

export const follower = {
  /** Things of these kinds have changed: answers that follow them are fetched again. */
  changed(...entities: readonly Entity[]): void {
    for (const entity of entities) pacerOf(entity)();
  },
  /** Anything may have changed: the connection was away. */
  everythingChanged: () => void queryClient.invalidateQueries(),
};
