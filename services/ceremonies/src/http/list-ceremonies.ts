import { listCeremonies as operation } from "@rialto/contracts/ceremonies/operations/ceremonies";
import { pageFrom } from "@rialto/service-kit/page-cursor";
import { route } from "@rialto/service-kit/route";
import type { CeremoniesDeps } from "../deps.ts";
import { presentListed } from "../presenting/present-ceremony.ts";

export const listCeremoniesRoute = ({ ceremonies }: CeremoniesDeps) =>
  route(operation, async ({ params: { fairId }, query: { cursor, limit } }) => {
    const found = await ceremonies.list({ fairId, cursor, limit });
    return pageFrom(found, limit, presentListed, ({ startsAt, id }) => [startsAt, id]);
  });
