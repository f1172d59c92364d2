// Third process of the bare path: from the topic to the recipient's socket.
import { createServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { consume, settings } from "./settings.ts";

const server = createServer((_req, res) => void res.end("ready"));
const sockets = new Map<string, Socket>();
new Server(server, { transports: ["websocket"], perMessageDeflate: false }).on("connection", (socket) => {
  sockets.set(String(socket.handshake.auth.recipientId), socket);
});
await consume(`${settings.notifications}.sockets`, settings.notifications, (key, value) => {
  sockets.get(key)?.emit("notification", JSON.parse(value));
});
server.listen(settings.port, "127.0.0.1");
