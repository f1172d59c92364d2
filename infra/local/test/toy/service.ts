// The smallest thing that the launcher takes for a service: it says when it is ready, and ends when it is told to.
import { createServer } from "node:http";

const { HTTP_PORT, TOY_NAME, TOY_BROKEN, MONGO_URL } = process.env;
if (TOY_BROKEN === TOY_NAME) throw new Error("no such setting");
const server = createServer((request, response) => {
  if (request.url === "/die") process.exit(3);
  response
    .writeHead(request.url === "/readyz" ? 200 : 404)
    .end(JSON.stringify({ name: TOY_NAME, mongo: MONGO_URL, pid: process.pid }));
});
server.listen(Number(HTTP_PORT), "127.0.0.1", () => console.log(`${TOY_NAME} listens`));
process.on("SIGTERM", () => {
  console.log(`${TOY_NAME} ends`);
  process.exit(0);
});
