import type { ConsumerGroupJoinEvent } from "kafkajs";
import type { KafkaContext } from "./kafka-client.ts";

/** Which partitions are ours, from one division of the group to the next. */
export interface Holding {
  readonly signal: AbortSignal;
  owns(topic: string, partition: number): boolean;
  end(): void;
}

export function takeUp(context: KafkaContext, assignment: ConsumerGroupJoinEvent["payload"]["memberAssignment"]): Holding {
  const controller = new AbortController();
  const owned = new Set(
    Object.entries(assignment).flatMap(([topic, partitions]) => partitions.map((one) => `${context.logicalName(topic)}/${one}`)),
  );
  return {
    signal: controller.signal,
    owns: (topic, partition) => !controller.signal.aborted && owned.has(`${topic}/${partition}`),
    end: () => controller.abort(),
  };
}
