import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy that misbehaves on request: what a bad network does between a client and a server. */
export interface TcpProxy {
  readonly host: string;
  readonly port: number;
  /** Each chunk is held back for so long, in both directions, in order. Applies to what arrives from now on; 0 ends it. */
  delay(ms: number): void;
  /** Requests pass, responses vanish: the server has done it, and the client will not know. */
  swallowResponses(): void;
  /** Nothing passes in either direction, and no connection is closed. */
  stall(): void;
  /** Resets all connections; new ones are accepted. */
  cut(): void;
  /** Ends each connection after so many bytes of response, in the middle of a message if need be. */
  cutAfter(responseBytes: number): void;
  /** Resets all connections and accepts no new ones. */
  refuse(): void;
  /** Back to normal. Connections that have lost bytes are reset, since what would follow makes no sense. */
  heal(): void;
  /** Bytes of responses that have vanished so far: a test can wait for the fact that one was lost. */
  swallowedBytes(): number;
  /** Open connections from clients. */
  connections(): number;
  close(): Promise<void>;
}

type Mode = "pass" | "swallow" | "stall" | "refuse";

interface State {
  mode: Mode;
  delayMs: number;
  cutAfter: number;
  swallowed: number;
}

interface Link {
  damaged: boolean;
  /** Continues what a stall has held back. */
  wake(): void;
  reset(): void;
}

export async function startTcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const state: State = { mode: "pass", delayMs: 0, cutAfter: Number.POSITIVE_INFINITY, swallowed: 0 };
  const links = new Set<Link>();
  const server = createServer((client) => {
    if (state.mode === "refuse") return client.resetAndDestroy();
    const link = join(client, connect(target), state, () => links.delete(link));
    links.add(link);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const cut = () => {
    for (const link of [...links]) link.reset();
  };
  return {
    host: "127.0.0.1",
    port: address.port,
    delay: (ms) => {
      state.delayMs = ms;
    },
    swallowResponses: () => {
      state.mode = "swallow";
    },
    stall: () => {
      state.mode = "stall";
    },
    cut,
    cutAfter: (responseBytes) => {
      state.cutAfter = responseBytes;
    },
    refuse: () => {
      state.mode = "refuse";
      cut();
    },
    heal: () => {
      Object.assign(state, { mode: "pass", delayMs: 0, cutAfter: Number.POSITIVE_INFINITY });
      for (const link of [...links]) if (link.damaged) link.reset();
      for (const link of links) link.wake();
    },
    swallowedBytes: () => state.swallowed,
    connections: () => links.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

function join(client: Socket, upstream: Socket, state: State, onGone: () => void): Link {
  let responded = 0;
  let over = false;
  const reset = () => {
    if (over) return;
    over = true;
    client.resetAndDestroy();
    upstream.resetAndDestroy();
  };
  const link: Link = { damaged: false, wake: () => undefined, reset };
  const requests = createPipe(client, upstream, state);
  const responses = createPipe(upstream, client, state);
  link.wake = () => {
    requests.flush();
    responses.flush();
  };
  client.on("data", requests.take);
  upstream.on("data", (chunk) => {
    if (state.mode === "swallow") {
      link.damaged = true;
      state.swallowed += chunk.length;
      return;
    }
    const room = state.cutAfter - responded;
    responded += chunk.length;
    responses.take(chunk.length > room ? chunk.subarray(0, Math.max(0, room)) : chunk);
    if (chunk.length > room) responses.afterFlush(() => client.end());
  });
  const gone = () => {
    onGone();
    reset();
  };
  for (const socket of [client, upstream]) {
    socket.setNoDelay(true);
    socket.on("error", gone);
    socket.on("close", gone);
  }
  return link;
}

/** One direction: keeps the order of what is delayed or stalled. */
function createPipe(from: Socket, to: Socket, state: State) {
  const queue: { readonly chunk: Buffer; readonly dueAt: number }[] = [];
  let timer: NodeJS.Timeout | undefined;
  let afterwards: (() => void) | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    while (state.mode !== "stall" && queue[0] !== undefined && queue[0].dueAt <= performance.now()) {
      to.write(queue.shift()?.chunk as Buffer);
    }
    const next = queue[0];
    if (next !== undefined && state.mode !== "stall") timer = setTimeout(flush, next.dueAt - performance.now());
    if (next === undefined) afterwards?.();
  };
  // A half-closed sender means the other side should see the end too, after what is still queued.
  from.on("end", () => {
    afterwards = () => to.end();
    flush();
  });
  from.on("close", () => clearTimeout(timer));
  return {
    flush,
    take: (chunk: Buffer) => {
      queue.push({ chunk, dueAt: performance.now() + state.delayMs });
      flush();
    },
    afterFlush: (task: () => void) => {
      afterwards = task;
      flush();
    },
  };
}
