/**
 * Looks that are asked for while one is running share the next one: many who ask at once cost two looks, and nobody gets
 * an answer from before the question.
 */
export function coalesced<Answer>(look: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const running = new Map<string, Promise<unknown>>();
  const next = new Map<string, Promise<Answer>>();

  function begin(key: string): Promise<Answer> {
    next.delete(key);
    const answer = look(key);
    const ended = answer
      .catch(() => undefined)
      .then(() => {
        if (running.get(key) === ended) running.delete(key);
      });
    running.set(key, ended);
    return answer;
  }

  return (key) => {
    const current = running.get(key);
    if (current === undefined) return begin(key);
    const waiting = next.get(key) ?? current.then(() => begin(key));
    next.set(key, waiting);
    return waiting;
  };
}
