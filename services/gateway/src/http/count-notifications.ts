import { countNotifications } from "@rialto/contracts/gateway/operations";
import { route } from "@rialto/service-kit/route";
import type { GatewayDeps } from "../deps.ts";

const HOUR_MS = 3_600_000;

export const countNotificationsRoute = ({ inbox }: GatewayDeps) =>
  route(countNotifications, async ({ params: { fairId }, now }) => {
    const hourAgo = new Date(Date.parse(now) - HOUR_MS);
    const [sent, lastHour] = await Promise.all([inbox.countOfFair(fairId), inbox.countOfFair(fairId, hourAgo)]);
    return { at: now, sent, lastHour };
  });
