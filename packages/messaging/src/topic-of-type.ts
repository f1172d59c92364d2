import { events } from "@rialto/contracts/event-catalog";
import type { EventDefinition, Topic } from "@rialto/contracts/kernel/event";

/** The topic of an event type; throws for a type that nobody has declared. By default all of the contracts' events. */
export function topicsByType(definitions: readonly EventDefinition[] = events): (type: string) => Topic {
  const topics = new Map(definitions.map((definition) => [definition.type, definition.topic]));
  return (type) => {
    const topic = topics.get(type);
    if (topic === undefined) throw new Error(`no event of type ${type} is declared`);
    return topic;
  };
}
