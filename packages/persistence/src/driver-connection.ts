import { createRequire } from "node:module";
import type { Socket } from "node:net";

interface DriverConnection {
  new (socket: Socket, options: object): object;
}

// From mongoose's place: the driver tells its errors apart by class, so it must be the same copy.
const fromMongoose = createRequire(createRequire(import.meta.url).resolve("mongoose"));
const { Connection } = fromMongoose("mongodb/lib/cmap/connection.js") as { Connection: DriverConnection };

/**
 * Danger in the driver (seen in 7.8.0, the same in 7.9.0): a command whose socket ends under it waits for its "drain", which
 * never comes, and none of the driver's limits counts there. It happens when the server hangs up and a command is sent in
 * the same turn of the event loop, before "close" is heard. Woken up, the driver finds the connection closed and repeats.
 */
class WakingConnection extends Connection {
  constructor(socket: Socket, options: object) {
    super(socket, options);
    socket.once("close", () => socket.emit("drain"));
  }
}

/** An option that the driver keeps to itself, hence not in its types. */
export const wakingConnections = { connectionType: WakingConnection };
