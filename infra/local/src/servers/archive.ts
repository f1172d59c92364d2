import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";

async function get(url: string): Promise<Response> {
  const response = await fetch(url, { signal: AbortSignal.timeout(600_000) }).catch(() => undefined);
  if (response === undefined) throw new Error(`${new URL(url).host} cannot be reached`);
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}`);
  return response;
}

/** The checksum in a `.sha512` file of the Apache kind: a name, a colon and groups of hex digits over several lines. */
export function sha512In(text: string): string {
  const digits = text
    .slice(text.indexOf(":") + 1)
    .replaceAll(/\s/g, "")
    .toLowerCase();
  const [hash] = /^[0-9a-f]{128}/.exec(digits) ?? [];
  if (hash === undefined) throw new Error("its checksum file cannot be read");
  return hash;
}

/** Downloads `url` into `file` and verifies it against `url`.sha512. Throws when the bytes are others. */
export async function downloadVerified(url: string, file: string): Promise<void> {
  const expected = sha512In(await (await get(`${url}.sha512`)).text());
  const { body } = await get(url);
  if (body === null) throw new Error("the archive is empty");
  await pipeline(body, createWriteStream(file));
  const hash = createHash("sha512");
  await pipeline(createReadStream(file), hash);
  if (hash.digest("hex") !== expected) throw new Error("the archive is damaged: its checksum differs");
}
