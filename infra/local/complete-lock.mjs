// Run after the lock file has changed (`npm run lock`). A registry that mirrors only some platforms makes npm leave the
// packages of the others out of the lock file, and `npm ci` then refuses it everywhere. Their names and versions are known
// from the packages that ask for them; npm checks and fetches them on the platforms that need them.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const platforms = { android: "android", darwin: "darwin", linux: "linux", win32: "win32", windows: "win32", freebsd: "freebsd" };
const processors = { arm64: "arm64", x64: "x64", 64: "x64", ia32: "ia32", arm: "arm" };

/** What a platform package's name says about where it fits. */
function fitOf(name) {
  const words = name.split(/[-/_]/);
  const os = words.map((word) => platforms[word]).find(Boolean);
  const cpu = words.map((word) => processors[word]).find(Boolean);
  const libc = words.includes("musl") ? { libc: ["musl"] } : {};
  return { ...(os ? { os: [os] } : {}), ...(cpu ? { cpu: [cpu] } : {}), ...libc };
}

/** The optional packages that some package asks for and the lock file lacks: `{ path, entry }`. */
export function missingIn(lock) {
  return Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !lock.packages[`${path}/node_modules/${name}`] && !lock.packages[`node_modules/${name}`])
      .filter(([, version]) => /^\d/.test(version))
      .map(([name, version]) => ({
        path: `node_modules/${name}`,
        entry: { version, ...fitOf(name), ...(dev ? { dev } : {}), optional: true },
      })),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = new URL("../../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingIn(lock);
  for (const { path, entry } of missing) lock.packages[path] = entry;
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages of other platforms added to the lock file.`);
}
