import type { Operation } from "@rialto/contracts/kernel/operation";
import { publicPath } from "@rialto/contracts/kernel/public-path";
import type { Route } from "./route.ts";

/** Words sort before parameters: `/meetings/mine` is asked before `/meetings/:meetingId`, whatever the order in the table. */
const sortKey = (operation: Operation): string =>
  publicPath(operation)
    .split("/")
    .map((segment) => (segment.startsWith(":") ? "\uffff" : segment))
    .join("/");

export const bySpecificity = (one: Route, other: Route): number => {
  const [a, b] = [sortKey(one.operation), sortKey(other.operation)];
  return a < b ? -1 : a > b ? 1 : 0;
};
