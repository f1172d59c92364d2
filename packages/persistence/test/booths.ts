import { randomUUID } from "node:crypto";
import { type DraftOf, defineEvent, definePrivateEvent, defineTopic } from "@rialto/contracts/kernel/event";
import { z } from "zod";
import type { Cause, StoreDeclaration } from "../src/store.types.ts";

const topic = defineTopic("persistence.booths");

export const boothHeld = defineEvent({
  type: "persistence.booth-held",
  version: 1,
  topic,
  key: "boothId",
  description: "A booth was held.",
  data: z.object({ boothId: z.string(), holder: z.string(), claims: z.array(z.string()).optional() }),
  example: { boothId: "b1", holder: "o1" },
});

export const boothReleased = defineEvent({
  type: "persistence.booth-released",
  version: 1,
  topic,
  key: "boothId",
  description: "A booth was released.",
  data: z.object({ boothId: z.string() }),
  example: { boothId: "b1" },
});

export const boothNoted = definePrivateEvent({
  type: "persistence.booth-noted",
  version: 1,
  data: z.object({ note: z.string() }),
});

export type BoothEvent = DraftOf<typeof boothHeld> | DraftOf<typeof boothReleased> | DraftOf<typeof boothNoted>;

export interface Booth {
  readonly status: "none" | "held" | "free";
  readonly holders: readonly string[];
  readonly notes: readonly string[];
  readonly active: boolean;
  readonly claims: readonly string[];
}

export const noBooth: Booth = { status: "none", holders: [], notes: [], active: false, claims: [] };

export function evolve(state: Booth, event: BoothEvent): Booth {
  switch (event.type) {
    case boothHeld.type:
      return {
        ...state,
        status: "held",
        holders: [...state.holders, event.data.holder],
        // An empty list would be indexed as one value, `undefined`, and refuse every second booth.
        active: (event.data.claims ?? []).length > 0,
        claims: event.data.claims ?? [],
      };
    case boothReleased.type:
      return { ...state, status: "free", active: false };
    case boothNoted.type:
      return { ...state, notes: [...state.notes, event.data.note] };
  }
}

export const boothsDeclaration: StoreDeclaration<Booth, BoothEvent> = {
  name: "booths",
  context: "persistence",
  definitions: [boothHeld, boothReleased, boothNoted],
  initial: noBooth,
  evolve,
  indexes: [{ name: "claims", fields: { "state.claims": 1 }, unique: true, partial: { "state.active": true } }],
};

export const hold = (boothId: string, holder: string, claims: string[] = []) => boothHeld.draft({ boothId, holder, claims });
export const release = (boothId: string) => boothReleased.draft({ boothId });
export const note = (text: string) => boothNoted.draft({ note: text });

export const someCause = (overrides: Partial<Cause> = {}): Cause => ({ correlationId: randomUUID(), ...overrides });
