import { newId } from "@rialto/contracts/kernel/ids";
import { closeMongo, connectMongo, databaseOf } from "@rialto/persistence/connection";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSnapshotShelf } from "../src/store/snapshot-shelf.ts";

let connection: Awaited<ReturnType<typeof connectMongo>>;

beforeAll(async () => {
  connection = await connectMongo({ url: process.env.MONGO_URL ?? "", database: `snapshots-${newId().slice(-12)}` });
});
afterAll(async () => {
  await connection.dropDatabase();
  await closeMongo(connection);
});

const bytesOf = (size: number, first: number) => Uint8Array.from({ length: size }, (_, at) => (first + at) % 251);

test("a snapshot larger than a document comes back whole, the latest one, and only to the code that wrote it", async () => {
  const shelf = createSnapshotShelf(connection);
  expect([await shelf.read("a"), await shelf.age("a")]).toEqual([undefined, Number.POSITIVE_INFINITY]);
  await shelf.write("a", bytesOf(100, 1));
  const large = bytesOf(20_000_001, 7);
  await shelf.write("a", large);
  expect(Buffer.compare((await shelf.read("a")) ?? Buffer.alloc(0), large)).toBe(0);
  expect(await shelf.age("a")).toBeLessThan(60_000);
  expect([await shelf.read("b"), await shelf.age("b")]).toEqual([undefined, Number.POSITIVE_INFINITY]);
});

test("with a part gone there is none", async () => {
  const shelf = createSnapshotShelf(connection);
  await shelf.write("a", bytesOf(20_000_001, 3));
  await databaseOf(connection)
    .collection("matchSnapshots")
    .deleteMany({ _id: /\/1$/ } as never);
  expect(await shelf.read("a")).toBeUndefined();
});
