import { events } from "@rialto/contracts/event-catalog";
import type { EventDefinition } from "@rialto/contracts/kernel/event";

/** Topic (logical name) of an event type; throws for a type that nobody has declared. By default all of the contracts' events. */
export function topicsByType(definitions: readonly EventDefinition[] = events): (type: string) => string {
  const topics = new Map(definitions.map((definition) => [definition.type, definition.topic.name]));
  return (type) => {
    const topic = topics.get(type);
    if (topic === undefined) throw new Error(`no event of type ${type} is declared`);
    return topic;
  };
}
