import { open } from "node:fs/promises";

const TAIL_BYTES = 8_192;

/** The last lines of a log file, or none when it cannot be read. */
export async function lastLines(file: string, count: number): Promise<string[]> {
  try {
    const handle = await open(file, "r");
    const { size } = await handle.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await handle.read({ buffer: Buffer.alloc(length), position: size - length });
    await handle.close();
    return buffer.toString("utf8").trimEnd().split("\n").slice(-count).filter(Boolean);
  } catch {
    return [];
  }
}
