import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { newId } from "@rialto/contracts/kernel/ids";
import { problemOf } from "./problem.ts";

/** Codes of Node's parser; whatever else it refuses is a 400. */
const statuses: Readonly<Record<string, readonly [status: number, phrase: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "Request Header Fields Too Large"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "Payload Too Large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "Request Timeout"],
};

/** Nothing of the request is known, so that the sentence is in English. */
function problemWith(status: number): string {
  const { code, title, type, instance } = problemOf(Object.assign(new Error(), { status: 400 }), {
    language: "en",
    requestId: newId(),
  });
  return JSON.stringify({ type, title, status, code, instance });
}

/** What Node's own parser refuses never becomes a request; it is answered as a problem all the same. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [status, phrase] = statuses[error.code ?? ""] ?? [400, "Bad Request"];
  const body = problemWith(status);
  const head = [
    `HTTP/1.1 ${status} ${phrase}`,
    "Connection: close",
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}

/** A request whose address is none: routers would leave it to a page of their own. */
export function answerUnreadableAddress(res: ServerResponse): void {
  res.writeHead(400, { "content-type": "application/problem+json; charset=utf-8" }).end(problemWith(400));
}
