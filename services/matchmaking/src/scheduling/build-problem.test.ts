import { newId } from "@rialto/contracts/kernel/ids";
import { ScheduleRules } from "@rialto/contracts/matchmaking/schedule-run-values";
import { checkSchedule } from "@rialto/scheduling/check/check-schedule";
import { parseProblem } from "@rialto/scheduling/model/parse-problem";
import { solve } from "@rialto/scheduling/solve";
import { describe, expect, test } from "vitest";
import { aBooth, aFair, anOrganization, personOf } from "../../test/builders.ts";
import { type AdmittedOrganization, isAdmitted, type Organization } from "../domain/organization.ts";
import type { Booth } from "../domain/place.ts";
import type { Wish } from "../domain/schedule-items.ts";
import { buildProblem } from "./build-problem.ts";
import type { ConfirmedMeeting, ScheduleFacts } from "./facts.ts";
import { planBookings } from "./plan-bookings.ts";

const fair = aFair();
const { fairId } = fair;
const hostAt = (capacity = 1) => {
  const host = anOrganization({ fairId });
  return { host, booth: aBooth({ fairId, organizationId: host.organizationId, capacity }) };
};
const guest = () => anOrganization({ fairId, profile: { role: "buyer" } });

function confirmedAt(requester: Organization, recipient: Organization, { boothId }: Booth, slotId: string): ConfirmedMeeting {
  const { startsAt } = fair.slots.find((slot) => slot.slotId === slotId)!;
  return {
    meetingId: newId(),
    status: "scheduled",
    requester: personOf(requester),
    recipient: personOf(recipient),
    recipientOrganizationId: recipient.organizationId,
    slotId,
    startsAt,
    place: { boothId, seat: 1 },
    expiresAt: startsAt,
  };
}

const factsOf = (organizations: Organization[], booths: Booth[], confirmed: ConfirmedMeeting[] = []): ScheduleFacts => ({
  fair,
  now: "2026-08-10T02:00:00.000Z",
  organizations: new Map(
    organizations.filter((one): one is AdmittedOrganization => isAdmitted(one)).map((one) => [one.organizationId, one]),
  ),
  booths,
  confirmed,
  begun: [],
  requests: [],
  declined: [],
  preferences: [],
  recommended: [],
});
const wish = (one: Organization, other: Organization): Wish => ({
  meetingId: newId(),
  source: "preference",
  weight: 7,
  requesterOrganizationId: one.organizationId,
  recipientOrganizationId: other.organizationId,
});
const rules = (overrides: object = {}) => ScheduleRules.parse(overrides);

describe("a fair as a problem", () => {
  test("wishes keep to the chosen slots, confirmed meetings stay where they are", () => {
    const [{ host, booth }, asked, met] = [hostAt(), guest(), guest()];
    const facts = factsOf([host, asked, met], [booth], [confirmedAt(met, host, booth, "d1-1000")]);
    const { problem } = buildProblem(facts, [wish(asked, host)], rules({ slotIds: ["d1-1000", "d1-1030"] }));
    const { placements, status } = solve(problem);
    expect(status).toBe("optimal");
    expect(placements.map(({ slotId }) => slotId).sort()).toEqual(["d1-1000", "d1-1030"]);
    expect(checkSchedule(parseProblem(problem).problem, placements)).toEqual([]);
  });

  test("a wish whose sides have no booth is kept apart", () => {
    const [one, other] = [guest(), anOrganization({ fairId, profile: { role: "partner" } })];
    const nowhere = wish(one, other);
    expect(buildProblem(factsOf([one, other], []), [nowhere], rules())).toMatchObject({
      placeless: [nowhere],
      problem: { meetings: [] },
    });
  });

  test("confirmed meetings that break the rules among themselves stay, and hold their people and seats", () => {
    const [near, far, runner, asked] = [hostAt(), hostAt(), guest(), guest()];
    const confirmed = [
      confirmedAt(runner, near.host, near.booth, "d1-0930"),
      confirmedAt(runner, far.host, far.booth, "d1-1000"),
    ];
    const facts = factsOf([near.host, far.host, runner, asked], [near.booth, far.booth], confirmed);
    const walking = { withinZone: 2, withinHall: 4, betweenHalls: 9, withinSlot: 0 };
    const days = rules({ walking, slotIds: ["d1-0930", "d1-1000"] });
    const { problem, confirmed: kept } = buildProblem(facts, [wish(asked, near.host), wish(asked, far.host)], days);
    const { placements, status } = solve(problem, { seed: 1 });
    expect(status).not.toBe("infeasible");
    expect(kept.every(({ meetingId }) => placements.some((one) => one.meetingId === meetingId))).toBe(true);
    for (const { slotId, place } of confirmed) {
      expect(placements.filter((one) => one.slotId === slotId && one.locationId === place.boothId)).toHaveLength(1);
    }
  });
});

describe("bookings of a publication", () => {
  test("what others took meanwhile is worked around; nobody is booked twice, and what has no place is said", () => {
    const [{ host, booth }, first, second, stranger] = [hostAt(), guest(), guest(), guest()];
    const planned = { slotId: "d1-0930", boothId: booth.boothId };
    const toBook = (one: Organization) => ({
      meetingId: newId(),
      weight: 7,
      source: "preference" as const,
      requester: personOf(one),
      recipient: personOf(host),
      planned,
    });
    const facts = factsOf([host, first, second, stranger], [booth], [confirmedAt(stranger, host, booth, "d1-0930")]);
    const { bookings, changes } = planBookings(
      facts,
      [toBook(first), toBook(second)],
      rules({ slotIds: ["d1-0930", "d1-1000"] }),
    );
    expect(bookings).toMatchObject([{ to: { slotId: "d1-1000", place: { boothId: booth.boothId, seat: 1 } }, planned }]);
    expect(changes.map(({ kind, code }) => [kind, code]).sort()).toEqual([
      ["changed", "PERSON_TAKEN"],
      ["dropped", "PARTY_FULL"],
    ]);
  });

  test("who has left the fair, or does not want the meeting any more, is not booked", () => {
    const [{ host, booth }, gone, unwilling] = [hostAt(), guest(), guest()];
    const toBook = (one: Organization) => ({
      meetingId: newId(),
      weight: 7,
      source: "recommendation" as const,
      requester: personOf(one),
      recipient: personOf(host),
      planned: { slotId: "d1-0930", boothId: booth.boothId },
    });
    const facts = {
      ...factsOf([host, unwilling], [booth]),
      preferences: [
        { organizationId: unwilling.organizationId, aboutOrganizationId: host.organizationId, preference: "noThanks" as const },
      ],
    };
    const { bookings, changes } = planBookings(facts, [toBook(gone), toBook(unwilling)], rules());
    expect(bookings).toEqual([]);
    expect(changes.map(({ code }) => code)).toEqual(["NOT_ADMITTED", "NO_LONGER_WISHED"]);
  });
});
