import type { Schedule } from "@rialto/service-kit/schedule";
import type { RegistryDeps } from "../deps.ts";

/** Learns of keys that other replicas have made, and makes the next one when it is due. */
export const refreshSigningKeys = ({ signing }: Pick<RegistryDeps, "signing">): Schedule => ({
  name: "registry.refresh-signing-keys",
  everyMs: 60_000,
  run: ({ now }) => signing.refresh(now),
});
