import { setRunOfShow as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import type { RunOfShowItemInput } from "@rialto/contracts/ceremonies/shapes";
import type { RunOfShowItem } from "@rialto/contracts/ceremonies/values";
import { derivedId } from "@rialto/contracts/kernel/ids";
import { route } from "@rialto/service-kit/route";
import type { z } from "zod";
import type { CeremoniesDeps } from "../deps.ts";
import { existingCeremony } from "../domain/on-stage.ts";
import { placeAgreement } from "../domain/place-agreement.ts";
import { agreementsIn, changeable, setRunOfShow } from "../domain/set-run-of-show.ts";
import { presentCeremony } from "../presenting/present-ceremony.ts";

/** A new item gets the id that follows from the list's version and its place, so that a repeated call makes the same ones. */
const numbered = (
  ceremonyId: string,
  seenMoves: number,
  items: readonly z.output<typeof RunOfShowItemInput>[],
): RunOfShowItem[] =>
  items.map((item, index) => ({
    ...item,
    itemId: item.itemId ?? derivedId("item", ceremonyId, String(seenMoves), String(index)),
  }));

/**
 * Agreements are taken into the run of show before it is written: what it names is always its own. Those that it no longer
 * names are let go by a reaction.
 */
export const setRunOfShowRoute = ({ ceremonies, agreements }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId, ceremonyId }, body, cause, now }) => {
    const items = numbered(ceremonyId, body.seenMoves, body.items);
    const command = { fairId, seenMoves: body.seenMoves, items, now };
    const { idempotency: _, ...placing } = cause;
    changeable(command, (await ceremonies.store.load(ceremonyId)).state);
    for (const agreementId of agreementsIn(items)) {
      await agreements.store.update(agreementId, (state) => placeAgreement({ fairId, ceremonyId, now }, state), placing);
    }
    const { state, version } = await ceremonies.store.update(ceremonyId, (current) => setRunOfShow(command, current), cause);
    return presentCeremony(existingCeremony(fairId, state), version);
  });
