import type { Room } from "@rialto/contracts/gateway/realtime";
import { afterEach, expect, test, vi } from "vitest";
import { joinGroup, type Member, type News } from "./group.ts";

const fairId = "0192d3a0-0000-7000-8000-000000000001";
const floor: Room = { kind: "floor", fairId };
const stage: Room = { kind: "stage", fairId };

let group = 0;
const members: Member[] = [];
afterEach(() => {
  for (const member of members.splice(0)) member.leave();
});

/** A tab with the connection that it has if it leads. */
function tab(name = `group ${group}`) {
  const heard: News[] = [];
  const watched = new Map<Room["kind"], number>();
  const connection = { isOpen: false, tell: (_news: News) => {} };
  const count = (by: number, rooms: readonly Room[]) => {
    for (const { kind } of rooms) watched.set(kind, (watched.get(kind) ?? 0) + by);
  };
  const member = joinGroup({
    name,
    patienceMs: 60,
    hear: (news) => heard.push(news),
    open: async (tell) => {
      connection.tell = tell;
      const start = () => {
        connection.isOpen = true;
        tell({ is: "status", status: "live" });
      };
      const stop = async () => {
        connection.isOpen = false;
      };
      const watch = async (...rooms: Room[]) => {
        count(1, rooms);
        return true;
      };
      return { start, stop, reconnectNow: () => {}, watch, unwatch: (...rooms) => count(-1, rooms) };
    },
  });
  members.push(member);
  return { member, heard, watched, connection };
}

const fact = (is: () => boolean) => vi.waitUntil(is, { interval: 5, timeout: 3_000 });

async function twoTabs() {
  group++;
  const first = tab();
  await fact(() => first.connection.isOpen);
  const second = tab();
  await fact(() => second.heard.some(({ is }) => is === "status"));
  return { first, second };
}

test("given two tabs, when the connection of the first hears something, then both know and there is one connection", async () => {
  const { first, second } = await twoTabs();
  first.connection.tell({ is: "changed", entity: "booth" });
  await fact(() => second.heard.some(({ is }) => is === "changed"));
  expect(first.heard.filter(({ is }) => is === "changed")).toHaveLength(1);
  expect(second.connection.isOpen).toBe(false);
});

test("given a tab that follows, when it looks at a room and closes, then the connection watches the room and lets it go", async () => {
  const { first, second } = await twoTabs();
  first.member.watch([floor]);
  second.member.watch([floor, stage]);
  await fact(() => first.watched.get("floor") === 2 && first.watched.get("stage") === 1);
  second.member.leave();
  await fact(() => first.watched.get("floor") === 1 && first.watched.get("stage") === 0);
});

test("given two tabs, when the one with the connection closes, then the other connects, watches, and fetches what it missed", async () => {
  const { first, second } = await twoTabs();
  second.member.watch([stage]);
  first.member.leave();
  await fact(() => second.connection.isOpen);
  expect(first.connection.isOpen).toBe(false);
  expect(second.watched.get("stage")).toBe(1);
  await fact(() => second.heard.some(({ is }) => is === "reconnected"));
});

test("given a leading tab that the system has put to sleep, when another one is looked at, then it takes over", async () => {
  const name = `group ${++group}`;
  let isStolen = false;
  void navigator.locks
    .request(name, () => new Promise(() => {}))
    .catch(() => {
      isStolen = true;
    });
  const awake = tab(name);
  await fact(() => awake.connection.isOpen);
  expect(isStolen).toBe(true);
});

test("given unread notices, when one tab has shown them, then a tab that opens later counts none", async () => {
  const { first, second } = await twoTabs();
  first.connection.tell({ is: "unread", count: 3 });
  second.member.tell({ is: "unread", count: 0 });
  await fact(() => first.heard.some((news) => news.is === "unread" && news.count === 0));
  const third = tab();
  await fact(() => third.heard.some(({ is }) => is === "unread"));
  expect(third.heard.find(({ is }) => is === "unread")).toEqual({ is: "unread", count: 0 });
});
