// One instance in a process of its own, so that its peak memory is its own: a request comes in as a message, the result goes back as one.
import { runInstance } from "./run-instance.ts";

export interface InstanceRequest {
  text: string;
  seed: number;
  limitSeconds: number;
}

process.once("message", ({ text, seed, limitSeconds }: InstanceRequest) => {
  process.send?.(runInstance(text, seed, limitSeconds), () => process.disconnect());
});
