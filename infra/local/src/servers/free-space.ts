import { statfs } from "node:fs/promises";
import { diskFull } from "../problem.ts";

const NEEDED_BYTES = 500_000_000;

/** Refuses a folder on a disk that is all but full: servers that run out of space stop in the middle of their work. */
export async function requireFreeSpace(folder: string, neededBytes = NEEDED_BYTES): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes) throw diskFull(`the disk of ${folder}`);
}
