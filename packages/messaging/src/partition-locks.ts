/** Runs tasks of one partition one after the other; different partitions do not wait for each other. */
export interface PartitionLocks {
  run<Result>(topic: string, partition: number, task: () => Promise<Result>): Promise<Result>;
}

export function createPartitionLocks(): PartitionLocks {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (topic, partition, task) => {
      const name = `${topic}/${partition}`;
      const before = tails.get(name);
      const result = before === undefined ? task() : before.then(task);
      const tail = result
        .catch(() => undefined)
        .then(() => {
          if (tails.get(name) === tail) tails.delete(name);
        });
      tails.set(name, tail);
      return result;
    },
  };
}
