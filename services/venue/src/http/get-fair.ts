import { venueOperations } from "@rialto/contracts/venue/operations";
import { route } from "@rialto/service-kit/route";
import type { VenueDeps } from "../deps.ts";
import { presentFair } from "./present-fair.ts";

export const getFairRoute = ({ fairs }: VenueDeps) =>
  route(venueOperations.getFair, async ({ params: { fairId } }) => presentFair(await fairs.store.load(fairId)));
