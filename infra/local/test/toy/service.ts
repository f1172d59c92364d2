// The smallest thing that the launcher takes for a service: it says when it is ready, and ends when it is told to.
import { createServer } from "node:http";
import { connect } from "node:net";

const { HTTP_PORT, TOY_NAME, TOY_BROKEN, MONGO_URL, KAFKA_BROKERS } = process.env;
if (TOY_BROKEN === TOY_NAME) throw new Error("no such setting");
const server = createServer((request, response) => {
  if (request.url === "/die") process.exit(3);
  response
    .writeHead(request.url === "/readyz" ? 200 : 404)
    .end(JSON.stringify({ name: TOY_NAME, mongo: MONGO_URL, pid: process.pid }));
});
server.listen(Number(HTTP_PORT), "127.0.0.1", () => console.log(`${TOY_NAME} listens`));
const isOpen = (port: string) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });

process.on("SIGTERM", async () => {
  const ports = [new URL(MONGO_URL ?? "").port, (KAFKA_BROKERS ?? "").split(":")[1] ?? ""];
  const open = (await Promise.all(ports.map(isOpen))).every(Boolean);
  console.log(`${TOY_NAME} ends, the servers are ${open ? "there" : "gone"}`);
  process.exit(0);
});
