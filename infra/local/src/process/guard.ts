import { spawn } from "node:child_process";
import type { Socket } from "node:net";

// A shell that outlives this process by seconds: it reads process groups from a pipe, and when the pipe closes, however
// this process ended (SIGKILL included), it ends those that are still listed. A shell, because it takes 1 MB, not 40.
const script = `
trap '' INT TERM HUP
live=
while read -r verb group; do
  case $verb in
    add) live="$live $group" ;;
    drop) rest=; for each in $live; do [ "$each" = "$group" ] || rest="$rest $each"; done; live=$rest ;;
  esac
done
for each in $live; do kill -TERM -"$each" 2>/dev/null; done
tries=0
while [ $tries -lt 50 ]; do
  left=; for each in $live; do kill -0 -"$each" 2>/dev/null && left=yes; done
  [ -z "$left" ] && exit 0
  tries=$((tries + 1)); sleep 0.2
done
for each in $live; do kill -KILL -"$each" 2>/dev/null; done
`;

export type Guard = { pid: number | undefined; add: (group: number) => void; drop: (group: number) => void };

function startGuard(): Guard {
  const shell = spawn("sh", ["-c", script], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  shell.on("error", () => undefined);
  shell.stdin.on("error", () => undefined);
  shell.unref();
  (shell.stdin as Socket).unref();
  const tell = (verb: string) => (group: number) => void shell.stdin.write(`${verb} ${group}\n`);
  return { pid: shell.pid, add: tell("add"), drop: tell("drop") };
}

let guard: Guard | undefined;

/** The guard of this process. There is one, because it stands for the life of the process itself. */
export function guardOfThisProcess(): Guard {
  guard ??= startGuard();
  return guard;
}
