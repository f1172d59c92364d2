import type { Cause, Stored } from "@rialto/persistence/store.types";
import type { VenueDeps } from "../deps.ts";
import { type Booth, type BoothEvent, evolveBooth } from "../domain/booth.ts";
import { type Effect, effectOf } from "../domain/effects-of.ts";
import { namesOf } from "../store/organizations.ts";
import { type Presenting, presentBooth } from "./present-booth.ts";

export interface EditBooth extends Presenting {
  readonly boothId: string;
  readonly dryRun: boolean;
  readonly decide: (state: Booth) => BoothEvent[];
  readonly cause: Cause;
}

interface Edited {
  readonly booth: Pick<Stored<Booth>, "version" | "state">;
  readonly events: readonly BoothEvent[];
}

/** The same decision on the same state, folded but not written. */
async function tryOut({ booths }: VenueDeps, { boothId, decide }: EditBooth): Promise<Edited> {
  const { version, state } = await booths.store.load(boothId);
  const events = decide(state);
  return { booth: { version, state: events.reduce(evolveBooth, state) }, events };
}

async function apply({ booths }: VenueDeps, { boothId, decide, cause }: EditBooth): Promise<Edited> {
  let events: readonly BoothEvent[] = [];
  const booth = await booths.store.update(
    boothId,
    (state) => {
      events = decide(state);
      return events;
    },
    cause,
  );
  return { booth, events };
}

async function named({ organizations }: VenueDeps, effects: readonly Effect[]) {
  const names = await namesOf(
    organizations,
    effects.flatMap(({ organizationId }) => organizationId ?? []),
  );
  return effects.map((effect) => ({ ...effect, name: names.get(effect.organizationId ?? "") }));
}

/** An organizer's edit that touches somebody: with `dryRun` it says whom, and changes nothing. */
export async function editBooth(deps: VenueDeps, edit: EditBooth) {
  const { booth, events } = await (edit.dryRun ? tryOut(deps, edit) : apply(deps, edit));
  return {
    applied: !edit.dryRun,
    effects: await named(deps, events.flatMap(effectOf)),
    booth: await presentBooth(deps, booth, edit),
  };
}
