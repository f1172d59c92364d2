import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { inject } from "vitest";

/** A way to the fair that can be cut. */
export interface WeakLine {
  /** Where the fair is reached over it. */
  readonly url: string;
  /** Every connection ends now, and new ones are refused: a cable is pulled, a router starts anew. */
  cut(): void;
  /** Nothing passes any more, and neither end is told: a dead Wi-Fi. Connections stay, and new ones wait. */
  stall(): void;
  /** As if nothing had been; what was held back arrives. */
  mend(): void;
  close(): Promise<void>;
}

/** A line of bytes between a browser and the fair. It knows nothing of what it carries. */
export async function weakLine(): Promise<WeakLine> {
  const { hostname, port } = new URL(inject("fair").url);
  let state: "sound" | "cut" | "stalled" = "sound";
  const ends = new Set<Socket>();
  const waiting = new Set<() => void>();

  /** Passes on what one end sends; when it ends, so does the other. */
  function carry(from: Socket, to: Socket): void {
    ends.add(from);
    from.on("data", (bytes) => {
      if (!to.write(bytes)) from.pause();
    });
    to.on("drain", () => state !== "stalled" && from.resume());
    from.on("end", () => to.end());
    from.on("error", () => to.destroy());
    from.on("close", () => {
      ends.delete(from);
      to.destroy();
    });
  }

  function join(near: Socket): void {
    const far = connect({ host: hostname, port: Number(port), noDelay: true, allowHalfOpen: true });
    carry(near, far);
    carry(far, near);
  }

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    if (state === "cut") return void near.resetAndDestroy();
    if (state === "sound") return join(near);
    near.on("error", () => {});
    waiting.add(() => join(near));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endAll = () => {
    for (const end of ends) end.destroy();
  };

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      state = "cut";
      endAll();
    },
    stall() {
      state = "stalled";
      for (const end of ends) end.pause();
    },
    mend() {
      state = "sound";
      for (const end of ends) end.resume();
      for (const go of waiting) go();
      waiting.clear();
    },
    async close() {
      endAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
