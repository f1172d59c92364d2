/**
 * Runs work on the same id one after the other within this process, work on different ids side by side. It makes no
 * promise of safety (other processes write too); it saves the stale writes that contenders here would cause each other.
 */
export function createTurns(): <Result>(id: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return async (id, work) => {
    const before = last.get(id);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(id, mine);
    try {
      return await mine;
    } finally {
      if (last.get(id) === mine) last.delete(id);
    }
  };
}
