import { fairPlanned, fairRulesChanged } from "@rialto/contracts/venue/events";
import { given } from "@rialto/testing/given";
import { describe, test } from "vitest";
import { aFair, fairId, now } from "../../test/builders.ts";
import { changeFairRules } from "./change-fair-rules.ts";
import { noFair } from "./fair.ts";
import { planFair } from "./plan-fair.ts";

const { slots, plannedAt: _, ...facts } = fairPlanned.example;
const command = { ...facts, fairId, openingPeriods: [{ date: "2026-09-01", opens: "09:30", closes: "10:00" }], now };

describe("planFair", () => {
  test("the grid follows from the opening periods and the slot length", () => {
    given(noFair)
      .when(planFair, command)
      .then([fairPlanned.draft({ ...facts, fairId, slots, plannedAt: now })]);
  });

  test("planned twice is planned once", () => {
    given(aFair()).when(planFair, command).thenNothing();
  });
});

describe("changeFairRules", () => {
  const { rules } = facts;

  test("the limits of the fair are new", () => {
    const longer = { ...rules, boothHoldMinutes: 60 };
    given(aFair())
      .when(changeFairRules, { rules: longer, now })
      .then([fairRulesChanged.draft({ fairId, rules: longer, changedAt: now })]);
  });

  test("the same rules say nothing", () => {
    given(aFair()).when(changeFairRules, { rules, now }).thenNothing();
  });

  test("SLOT_LENGTH_FIXED: meetings refer to the grid", () => {
    given(aFair())
      .when(changeFairRules, { rules: { ...rules, slotMinutes: 20 }, now })
      .thenRefused("SLOT_LENGTH_FIXED");
  });

  test("FAIR_NOT_PLANNED", () => {
    given(noFair).when(changeFairRules, { rules, now }).thenRefused("FAIR_NOT_PLANNED");
  });
});
