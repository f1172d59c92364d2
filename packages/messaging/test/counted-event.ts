import { defineEvent, defineTopic } from "@rialto/contracts/kernel/event";
import { z } from "zod";

/** The same event in the test and in its child processes. */
export const countedEvent = (topicName: string) =>
  defineEvent({
    type: `${topicName}.counted`,
    version: 1,
    topic: defineTopic(topicName, { partitions: 3 }),
    key: "id",
    description: "For fault tests",
    data: z.object({ id: z.string(), n: z.int() }),
    example: { id: "a", n: 1 },
  });
