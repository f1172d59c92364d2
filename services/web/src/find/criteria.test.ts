import { expect, test } from "vitest";
import { criteriaOf, listingQuery, organizationQuery } from "./criteria.ts";

const from = (address: string, isBuyer = true) => criteriaOf(new URLSearchParams(address), isBuyer);

test("given nothing chosen, when a buyer or an exhibitor searches, then the other side is shown", () => {
  expect(from("")).toEqual({ what: "organizations", q: "", role: "exhibitor", country: undefined });
  expect(from("", false).role).toBe("buyer");
});

test("given an address that means nothing, when it is opened, then no service is asked for it", () => {
  const long = from(`what=<script>&role=all&country=../x&q=${"x".repeat(10_000)}`);
  expect([long.what, long.role, long.country, long.q.length]).toEqual(["organizations", undefined, undefined, 100]);
  expect(organizationQuery(from("q=%20&role=all"))).toEqual({ status: "verified" });
});

test.each([
  ["62", { hsCode: "62" }],
  ["6203.42", { hsCode: "620342" }],
  ["620", { q: "620" }],
  [" denim ", { q: "denim" }],
  ["", {}],
])("given %j typed for goods, when searched, then it is %j", (q, query) => {
  expect(listingQuery(from(`what=offers&q=${encodeURIComponent(q)}`))).toEqual(query);
});
