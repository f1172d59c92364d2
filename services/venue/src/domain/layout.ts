import type { DraftOf } from "@rialto/contracts/kernel/event";
import { boothsLaidOut } from "@rialto/contracts/venue/events";

export type LaidOutBooth = DraftOf<typeof boothsLaidOut>["data"]["booths"][number];

/** Where the booths of one hall stand. It is judged as a whole, so that a batch is planned completely or not at all. */
export type Layout =
  | { readonly status: "none" }
  | {
      readonly status: "laidOut";
      readonly id: string;
      readonly fairId: string;
      readonly booths: readonly LaidOutBooth[];
      /** Under a unique index: no code twice at one fair, in whichever hall. */
      readonly codes: readonly string[];
    };

export const layoutDefinitions = [boothsLaidOut] as const;
export type LayoutEvent = DraftOf<typeof boothsLaidOut>;

export const noLayout: Layout = { status: "none" };

export const boothsOf = (state: Layout): readonly LaidOutBooth[] => (state.status === "none" ? [] : state.booths);

export function evolveLayout(state: Layout, { data }: LayoutEvent): Layout {
  const booths = [...boothsOf(state), ...data.booths];
  return { status: "laidOut", id: data.hallId, fairId: data.fairId, booths, codes: booths.map(({ code }) => code) };
}
