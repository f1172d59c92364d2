import { listNotifications } from "@rialto/contracts/gateway/operations";
import { route } from "@rialto/service-kit/route";
import { type GatewayDeps, UNREAD_LIMIT } from "../deps.ts";
import { beginningOf } from "../domain/cursor.ts";
import { knownCursor } from "../domain/known-cursor.ts";

export const listNotificationsRoute = ({ inbox, streams, epoch, inboxCaughtUp }: GatewayDeps) =>
  route(listNotifications, async ({ query, principal }) => {
    if (query.before === undefined) await inboxCaughtUp();
    else knownCursor(query.before, epoch());
    const items = await inbox.before(principal.accountId, query.before, query.limit);
    const { read } = await streams.marksOf(principal.accountId);
    const unread = await inbox.countAfter(principal.accountId, read ?? beginningOf(epoch()), UNREAD_LIMIT);
    const last = items.length === query.limit ? items.at(-1)?.cursor : undefined;
    return {
      items,
      unread,
      ...(last === undefined ? {} : { nextBefore: last }),
      ...(read === undefined ? {} : { readCursor: read }),
    };
  });
