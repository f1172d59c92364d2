import { fairPlanned } from "@rialto/contracts/venue/events";
import { react } from "@rialto/messaging/bus";
import type { RegistryDeps } from "../deps.ts";

export const whenFairPlannedNoteFair = ({ fairs }: Pick<RegistryDeps, "fairs">) =>
  react(fairPlanned, "registry.note-fair", async (envelope) => {
    const { fairId, name } = envelope.data;
    await fairs.apply(fairId, envelope, () => ({ fairId, name }));
  });
