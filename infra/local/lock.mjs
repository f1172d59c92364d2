// Plain JavaScript, because it is needed before the project's own Node is there.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Tells a process from a later one with the same number; undefined when there is none. */
function identityOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : rest[18];
  } catch {
    // Not Linux, or no such process: the next question tells.
  }
  try {
    process.kill(pid, 0);
    return "alive";
  } catch (error) {
    return error.code === "EPERM" ? "alive" : undefined;
  }
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function aliveHolder(content) {
  try {
    const { pid, identity } = JSON.parse(content);
    return identityOf(pid) === identity ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** The process that holds the lock now, if any. */
export const holderOf = (file) => aliveHolder(read(file) ?? "");

// Moving it aside is atomic: of two that find the same stale lock, one moves it. Whoever moved a fresh one puts it back.
function removeStale(file, stale) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody else holds it already.
    }
  }
  rmSync(aside, { force: true });
}

function place(file, content) {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/**
 * Takes the lock of this file for this process, or says who holds it. A lock whose process has gone is taken over.
 * The file appears with its content in one step, so nobody reads half of it.
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const content = JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) });
  for (let tries = 0; tries < 10; tries += 1) {
    if (place(file, content)) return { taken: true, release: () => read(file) === content && rmSync(file, { force: true }) };
    const found = read(file);
    if (found === undefined) continue;
    const holder = aliveHolder(found);
    if (holder !== undefined) return { taken: false, holder };
    removeStale(file, found);
  }
  return { taken: false, holder: undefined };
}
