import { gzipSync } from "node:zlib";
import type { RawRequest } from "./send.ts";

/** A request whose form is wrong, and the codes that say so. */
export interface HostileRequest {
  readonly what: string;
  readonly request: RawRequest;
  readonly codes: readonly string[];
}

const text = (length: number) => "x".repeat(length);
const bytes = (...values: number[]) => Uint8Array.from(values);

/** `{"a":"` + whatever + `"}` */
const around = (middle: Uint8Array) => Buffer.concat([Buffer.from('{"a":"'), middle, Buffer.from('"}')]);

const bodies: readonly (readonly [what: string, body: string | Uint8Array, codes: readonly string[]])[] = [
  ["no JSON", "hello", ["MALFORMED_REQUEST"]],
  ["half a JSON", '{"a":', ["MALFORMED_REQUEST"]],
  ["two JSONs", "{}{}", ["MALFORMED_REQUEST"]],
  ["single quotes", "{'a':1}", ["MALFORMED_REQUEST"]],
  ["NaN", '{"a":NaN}', ["MALFORMED_REQUEST"]],
  ["a byte order mark alone", "\ufeff", ["MALFORMED_REQUEST", "INVALID_INPUT"]],
  ["a zero byte", bytes(0), ["MALFORMED_REQUEST"]],
  ["a lone continuation byte", around(bytes(0x80)), ["MALFORMED_REQUEST"]],
  ["an overlong slash", around(bytes(0xc0, 0xaf)), ["MALFORMED_REQUEST"]],
  ["a surrogate in UTF-8", around(bytes(0xed, 0xa0, 0x80)), ["MALFORMED_REQUEST"]],
  ["Latin-1", around(bytes(0xe9)), ["MALFORMED_REQUEST"]],
  ["GB 18030", around(bytes(0xd6, 0xd0, 0xb9, 0xfa)), ["MALFORMED_REQUEST"]],
  ["UTF-16", Buffer.from('{"a":1}', "utf16le"), ["MALFORMED_REQUEST"]],
  ["null", "null", ["INVALID_INPUT"]],
  ["a number", "1", ["INVALID_INPUT"]],
  ["a huge number", `1${"0".repeat(400)}`, ["INVALID_INPUT"]],
  ["a list", "[]", ["INVALID_INPUT"]],
  ["text", '"text"', ["INVALID_INPUT"]],
  ["lists in lists", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, ["INVALID_INPUT", "MALFORMED_REQUEST"]],
  ["objects in objects", `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`, ["INVALID_INPUT", "MALFORMED_REQUEST"]],
  [
    "2,000 unknown fields",
    JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`f${i}`, i]))),
    ["INVALID_INPUT"],
  ],
  ["a repeated unknown field", '{"zz":1,"zz":2}', ["INVALID_INPUT"]],
  ["a prototype", '{"__proto__":{"admin":true}}', ["INVALID_INPUT"]],
  ["a constructor", '{"constructor":{"prototype":{"admin":true}}}', ["INVALID_INPUT"]],
  ["200 kB", JSON.stringify({ a: text(200_000) }), ["BODY_TOO_LARGE"]],
];

const headers: readonly (readonly [what: string, headers: Record<string, string>, codes: readonly string[]])[] = [
  ["text/plain", { "content-type": "text/plain" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["a form", { "content-type": "application/x-www-form-urlencoded" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["a multipart form", { "content-type": "multipart/form-data; boundary=x" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["XML", { "content-type": "application/xml" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["a broken content type", { "content-type": "application/json, text/html;;;=" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["no content type", { "content-type": "" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["an unknown packing", { "content-encoding": "zip" }, ["UNSUPPORTED_MEDIA_TYPE"]],
  ["gzip that is none", { "content-encoding": "gzip" }, ["MALFORMED_REQUEST"]],
  ["deflate that is none", { "content-encoding": "deflate" }, ["MALFORMED_REQUEST"]],
  ["brotli that is none", { "content-encoding": "br" }, ["MALFORMED_REQUEST"]],
];

const bomb = gzipSync(JSON.stringify({ a: text(10_000_000) }));
const packedTwice = gzipSync(gzipSync("{}"));

const json = { "content-type": "application/json" };

/** One operation's address, method and token, with every wrong form of body. */
export function hostileBodies(request: RawRequest): HostileRequest[] {
  const own = { ...request.headers };
  delete own["content-length"];
  const withBody = (body: string | Uint8Array, more: Record<string, string>): RawRequest => ({
    ...request,
    body,
    headers: { ...own, ...json, ...more, "content-length": Buffer.byteLength(body) },
  });
  return [
    ...bodies.map(([what, body, codes]) => ({ what, request: withBody(body, {}), codes })),
    ...headers.map(([what, more, codes]) => ({ what, request: withBody('{"a":1}', more), codes })),
    { what: "a gzip bomb", request: withBody(bomb, { "content-encoding": "gzip" }), codes: ["BODY_TOO_LARGE"] },
    { what: "gzip in gzip", request: withBody(packedTwice, { "content-encoding": "gzip" }), codes: ["MALFORMED_REQUEST"] },
  ];
}

const hugeBody = JSON.stringify({ a: text(10_000_000) });

/** Ten megabytes, announced and in pieces. */
export const hugeBodies = (request: RawRequest): HostileRequest[] =>
  [{ "content-length": Buffer.byteLength(hugeBody) }, { "transfer-encoding": "chunked" }].map((length) => {
    const { "content-length": _, ...own } = { ...request.headers };
    return {
      what: `10 MB ${Object.keys(length)}`,
      request: { ...request, body: hugeBody, headers: { ...own, ...json, ...length } },
      codes: ["BODY_TOO_LARGE"],
    };
  });

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "QUERY"];

/** Methods that no operation has at this address. */
export const otherMethods = (path: string, taken: readonly string[]): HostileRequest[] =>
  methods
    .filter((method) => !taken.includes(method))
    .map((method) => ({ what: `${method} ${path}`, request: { method, path }, codes: ["METHOD_NOT_ALLOWED"] }));

/** Addresses that nothing is at. */
export const nowhere: readonly string[] = [
  "/api",
  "/api/",
  "/api/nobody/x",
  "/api/venue",
  "/api/venue/",
  "/api/registry/%2e%2e/internal/parked",
  "/api/registry/../../internal/parked",
  "/api/registry/..%2f..%2finternal/parked",
  "/api/venue//fairs",
  "//",
  "//[",
  "///",
  "/\\",
  "/%",
  "/%00",
  "/%zz",
  "/api/%c0%ae%c0%ae/etc/passwd",
  "/assets/..%2f..%2fpackage.json",
  "/assets/../../package.json",
  "/assets/%2e%2e/%2e%2e/package.json",
  "/assets/%00",
  "/assets/%zz",
  "/.env",
  "/.git/config",
  "/internal/parked",
  "/metrics",
  "/readyz/../metrics",
  "http://[/",
  "http://elsewhere.example/api/venue",
  "*",
  `/api/venue/${text(8_000)}`,
];
