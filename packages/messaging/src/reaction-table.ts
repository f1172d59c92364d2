import type { Reaction } from "./bus.ts";
import { typeOf } from "./cloud-events.ts";
import type { RawMessage } from "./raw-message.ts";

/** Which reactions a message concerns, by its topic and its claimed type. */
export interface ReactionTable {
  readonly topics: readonly string[];
  readonly handlers: ReadonlySet<string>;
  /** Empty when nobody here reacts to that type: the common case, and cheap. */
  concerning(raw: Pick<RawMessage, "topic" | "headers">): readonly Reaction[];
}

/**
 * Reactions that share a name are one handler: they are parked together, so a projection fed by several event types
 * keeps its order. Throws when one name reacts to one type twice.
 */
export function tabulate(reactions: readonly Reaction[]): ReactionTable {
  const byTopic = new Map<string, Map<string, Reaction[]>>();
  for (const reaction of reactions) {
    const byType = byTopic.get(reaction.definition.topic.name) ?? new Map<string, Reaction[]>();
    const same = byType.get(reaction.definition.type) ?? [];
    if (same.some(({ name }) => name === reaction.name)) throw new Error(`${reaction.name} is listed twice`);
    byTopic.set(reaction.definition.topic.name, byType.set(reaction.definition.type, [...same, reaction]));
  }
  return {
    topics: [...byTopic.keys()],
    handlers: new Set(reactions.map(({ name }) => name)),
    concerning: ({ topic, headers }) => {
      const byType = byTopic.get(topic);
      const type = typeOf(headers);
      // Without a type it may be meant for anybody who listens here, so each handler parks it as unreadable.
      if (type === undefined) return onePerHandler([...(byType?.values() ?? [])].flat());
      return byType?.get(type) ?? [];
    },
  };
}

const onePerHandler = (reactions: readonly Reaction[]): Reaction[] => [
  ...new Map(reactions.map((reaction) => [reaction.name, reaction])).values(),
];
