import { once } from "node:events";
import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { createHttpServer } from "./http-server.ts";

test("a client that does not finish its headers in time is cut off", async () => {
  const http = createHttpServer((_req, res) => void res.end("hello"), { headersMs: 100, requestMs: 200, checkEveryMs: 50 });
  const port = await http.listen(0, "127.0.0.1");
  const slow = connect(port, "127.0.0.1");
  slow.write("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ");
  const [answer] = await once(slow, "data");
  expect(String(answer)).toContain("408");
  await once(slow, "close");
  await http.finish();
});

test("a body that does not come in time is cut off", async () => {
  const http = createHttpServer((req, res) => void req.resume().on("end", () => res.end()), {
    headersMs: 100,
    requestMs: 200,
    checkEveryMs: 50,
  });
  const port = await http.listen(0, "127.0.0.1");
  const slow = connect(port, "127.0.0.1");
  slow.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");
  slow.resume();
  await once(slow, "close");
  await http.finish();
});

test.each([
  ["HTTP/1.1 431", `GET / HTTP/1.1\r\nHost: x\r\nX-Huge: ${"x".repeat(17_000)}\r\n\r\n`],
  ["HTTP/1.1 400", "no request at all\r\n\r\n"],
  ["HTTP/1.1 400", "GET http://[/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"],
  ["HTTP/1.1 400", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n"],
])("MALFORMED_REQUEST: what cannot be read is answered %s and a problem", async (status, request) => {
  const http = createHttpServer((_req, res) => void res.end("taken"));
  const port = await http.listen(0, "127.0.0.1");
  const client = connect(port, "127.0.0.1");
  client.write(request);
  const answer = (await client.toArray()).join("");
  expect(answer).toContain(status);
  expect(answer).toContain("application/problem+json");
  expect(answer).toContain('"code":"MALFORMED_REQUEST"');
  await http.finish();
});

test("the end waits for requests in hand, and not for connections that have become something else", async () => {
  const inHand = Promise.withResolvers<() => void>();
  const http = createHttpServer((_req, res) => inHand.resolve(() => void res.end("done")));
  http.server.on("upgrade", (_req, socket) => void socket.write("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  const port = await http.listen(0, "127.0.0.1");
  const upgraded = connect(port, "127.0.0.1");
  upgraded.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  await once(upgraded, "data");
  const answer = fetch(`http://127.0.0.1:${port}/`);
  const release = await inHand.promise;
  let finished = false;
  const end = http.finish().then(() => {
    finished = true;
  });
  await vi.waitFor(() => expect(http.server.listening).toBe(false));
  expect(finished).toBe(false);
  release();
  await end;
  expect(await (await answer).text()).toBe("done");
  upgraded.destroy();
});
