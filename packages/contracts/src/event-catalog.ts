import { ceremoniesEvents } from "./ceremonies/events.ts";
import { gatewayEvents } from "./gateway/events.ts";
import type { EventDefinition, Topic } from "./kernel/event.ts";
import { matchmakingEvents } from "./matchmaking/events.ts";
import { registryEvents } from "./registry/events.ts";
import { venueEvents } from "./venue/events.ts";

/** Every public event of the system. */
export const events: readonly EventDefinition[] = [
  ...registryEvents,
  ...venueEvents,
  ...matchmakingEvents,
  ...ceremoniesEvents,
  ...gatewayEvents,
];

export const eventByType: ReadonlyMap<string, EventDefinition> = new Map(events.map((event) => [event.type, event]));

/** Every topic, once. */
export const topics: readonly Topic[] = [...new Map(events.map(({ topic }) => [topic.name, topic])).values()];
