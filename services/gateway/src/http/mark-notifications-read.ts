import { markNotificationsRead } from "@rialto/contracts/gateway/operations";
import { route } from "@rialto/service-kit/route";
import { type GatewayDeps, UNREAD_LIMIT } from "../deps.ts";
import { knownCursor, seenCursor } from "../domain/known-cursor.ts";

export const markNotificationsReadRoute = ({ inbox, streams, epoch }: GatewayDeps) =>
  route(markNotificationsRead, async ({ body, principal }) => {
    const [latest] = await inbox.before(principal.accountId, undefined, 1);
    seenCursor(knownCursor(body.cursor, epoch()), latest?.cursor);
    await streams.read(principal.accountId, body.cursor);
    const { read = body.cursor } = await streams.marksOf(principal.accountId);
    return { readCursor: read, unread: await inbox.countAfter(principal.accountId, read, UNREAD_LIMIT) };
  });
