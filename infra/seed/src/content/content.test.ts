import { newId } from "@rialto/contracts/kernel/ids";
import { registerOrganizationFor } from "@rialto/contracts/registry/operations/registration";
import { ListingContentInput } from "@rialto/contracts/registry/shapes";
import { NewBooth } from "@rialto/contracts/venue/shapes";
import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { zones } from "./fair.ts";
import { boothsOfZone, hallSize } from "./floor.ts";
import { inventBuyers, inventExhibitors } from "./organizations.ts";

test("ten times the reference fair is made of valid, different organizations that say they are examples", () => {
  const random = seededRandom(1);
  const all = [...inventExhibitors(600, random), ...inventBuyers(1_500, random)];
  for (const { profile, representative, email, language, offers, needs } of all) {
    registerOrganizationFor.body.parse({ organization: profile, representative, email, language });
    for (const content of [...offers, ...needs]) ListingContentInput.parse(content);
    expect(profile.name.en ?? profile.name.zh).toMatch(/example|示例/);
  }
  const names = all.map(({ profile }) => `${profile.country} ${profile.name.en}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(new Set(all.slice(600).map(({ profile }) => profile.country)).size).toBe(30);
});

test("the same seed invents the same fair", () => {
  expect(inventBuyers(20, seededRandom(7))).toEqual(inventBuyers(20, seededRandom(7)));
});

test("eighty booths lie in one hall, none over another", () => {
  const booths = zones.flatMap((_, index) => boothsOfZone(index, newId(), 1));
  expect(booths).toHaveLength(80);
  for (const booth of booths) NewBooth.parse(booth);
  for (const { outline } of booths) {
    expect(outline.x + outline.width).toBeLessThan(hallSize.width);
    expect(outline.y + outline.depth).toBeLessThan(hallSize.depth);
  }
  const overlaps = booths.flatMap((a, index) =>
    booths
      .slice(index + 1)
      .filter(
        (b) =>
          a.outline.x < b.outline.x + b.outline.width &&
          b.outline.x < a.outline.x + a.outline.width &&
          a.outline.y < b.outline.y + b.outline.depth &&
          b.outline.y < a.outline.y + a.outline.depth,
      ),
  );
  expect(overlaps).toEqual([]);
});
