import { newId } from "@rialto/contracts/kernel/ids";
import { preferenceNoted, type Recommendation, recommendationsChanged, slotFreed } from "@rialto/contracts/matchmaking/events";
import { given, givenEvents } from "@rialto/testing/given";
import { expect, test } from "vitest";
import { personOf } from "../../test/builders.ts";
import { buyer, exhibitor, fair, later, now } from "../../test/stage.ts";
import { type NotePreference, notePreference } from "./note-preference.ts";
import { evolvePreference, noPreference, preferenceIdOf } from "./preference.ts";
import { evolveRecommendationList, listComputed, noRecommendations } from "./recommendation-list.ts";
import { reviseRecommendations } from "./revise-recommendations.ts";
import { type AnnounceSlot, announceSlot, evolveSlotOpening, noOpening, openingIdOf } from "./slot-opening.ts";

const wish = (overrides: Partial<NotePreference> = {}): NotePreference => ({
  fairId: fair.fairId,
  participation: personOf(buyer),
  own: buyer,
  aboutOrganizationId: exhibitor.organizationId,
  about: exhibitor,
  preference: "mustMeet",
  now,
  ...overrides,
});
const noted = (preference?: "mustMeet" | "noThanks") =>
  preferenceNoted.draft({
    preferenceId: preferenceIdOf(fair.fairId, buyer.organizationId, exhibitor.organizationId),
    fairId: fair.fairId,
    organizationId: buyer.organizationId,
    aboutOrganizationId: exhibitor.organizationId,
    preference,
    notedAt: now,
  });

test("a wish is noted, changed and taken back; the same wish again is nothing new", () => {
  given(noPreference)
    .when(notePreference, wish())
    .then([noted("mustMeet")]);
  given(noPreference)
    .when(notePreference, wish({ preference: null }))
    .thenNothing();
  const wished = givenEvents(evolvePreference, noPreference, [noted("mustMeet")]);
  wished.when(notePreference, wish()).thenNothing();
  wished.when(notePreference, wish({ preference: "noThanks" })).then([noted("noThanks")]);
  wished.when(notePreference, wish({ preference: null, about: undefined })).then([noted()]);
});

test("PREFERENCE_ABOUT_ITSELF: nobody marks its own organization", () => {
  given(noPreference)
    .when(notePreference, wish({ aboutOrganizationId: buyer.organizationId, about: buyer }))
    .thenRefused("PREFERENCE_ABOUT_ITSELF");
});

test("OTHER_ORGANIZATION_NOT_FOUND and NOT_A_REPRESENTATIVE: both must be at the fair", () => {
  given(noPreference)
    .when(notePreference, wish({ about: undefined }))
    .thenRefused("OTHER_ORGANIZATION_NOT_FOUND");
  given(noPreference)
    .when(notePreference, wish({ own: { ...buyer, representatives: [] } }))
    .thenRefused("NOT_A_REPRESENTATIVE");
});

const [first, second, third] = [newId(), newId(), newId()].sort() as [string, string, string];
const entry = (organizationId: string, score: number): Recommendation => ({
  organizationId,
  score,
  fit: { mine: score, theirs: 0 },
  reasons: [{ code: "hsHeading", points: score, values: ["6203"] }],
});
const revision = (wanted: Recommendation[], asOf = "2") => ({
  organizationId: buyer.organizationId,
  fairId: fair.fairId,
  wanted,
  asOf,
  now,
});
const changed = (
  change: Partial<Record<"entered" | "updated", Recommendation[]>> & Partial<Record<"left" | "announced", string[]>>,
) =>
  recommendationsChanged.draft({
    organizationId: buyer.organizationId,
    fairId: fair.fairId,
    entered: [],
    updated: [],
    left: [],
    announced: [],
    changedAt: now,
    ...change,
  });
const listed = givenEvents(evolveRecommendationList, noRecommendations, [
  changed({ entered: [entry(first, 0.5), entry(second, 0.9)] }),
  listComputed.draft({ asOf: "2" }),
]);

test("who enters, who moved noticeably and who left is one event", () => {
  const wanted = [entry(second, 0.8), entry(third, 0.6)];
  listed
    .when(reviseRecommendations, revision(wanted, "3"))
    .then([
      changed({ entered: [entry(third, 0.6)], announced: [third], updated: [entry(second, 0.8)], left: [first] }),
      listComputed.draft({ asOf: "3" }),
    ]);
});

test("who enters again is not announced again", () => {
  const left = [
    changed({ entered: [entry(first, 0.5)], announced: [first] }),
    changed({ left: [first] }),
    listComputed.draft({ asOf: "2" }),
  ];
  givenEvents(evolveRecommendationList, noRecommendations, left)
    .when(reviseRecommendations, revision([entry(first, 0.7), entry(third, 0.6)], "3"))
    .then([changed({ entered: [entry(first, 0.7), entry(third, 0.6)], announced: [third] }), listComputed.draft({ asOf: "3" })]);
});

test("a weak match that becomes a good one is announced like a new one, and only then", () => {
  const weak = [changed({ entered: [entry(first, 0.2), entry(second, 0.5)] }), listComputed.draft({ asOf: "2" })];
  givenEvents(evolveRecommendationList, noRecommendations, weak)
    .when(reviseRecommendations, revision([entry(first, 0.6), entry(second, 0.7)], "3"))
    .then([changed({ updated: [entry(first, 0.6), entry(second, 0.7)], announced: [first] }), listComputed.draft({ asOf: "3" })]);
  const told = [
    ...weak,
    changed({ updated: [entry(first, 0.6)], announced: [first] }),
    changed({ updated: [entry(first, 0.3)] }),
  ];
  givenEvents(evolveRecommendationList, noRecommendations, told)
    .when(reviseRecommendations, revision([entry(first, 0.8), entry(second, 0.5)], "4"))
    .then([changed({ updated: [entry(first, 0.8)] }), listComputed.draft({ asOf: "4" })]);
});

test("a movement below 0.05 is no news, one of 0.05 is", () => {
  listed.when(reviseRecommendations, revision([entry(second, 0.86), entry(first, 0.5)])).thenNothing();
  listed
    .when(reviseRecommendations, revision([entry(second, 0.85), entry(first, 0.5)]))
    .then([changed({ updated: [entry(second, 0.85)] }), listComputed.draft({ asOf: "2" })]);
});

test("a list computed from an older view says nothing", () => {
  listed.when(reviseRecommendations, revision([], "1")).thenNothing();
});

test("the list is kept best first, ties in a fixed order", () => {
  const state = [changed({ entered: [entry(third, 0.5), entry(first, 0.5), entry(second, 0.9)] })].reduce(
    evolveRecommendationList,
    noRecommendations,
  );
  expect(state.entries.map(({ organizationId }) => organizationId)).toEqual([second, first, third]);
});

const openingId = openingIdOf(newId(), exhibitor.organizationId);
const wantedBy = [{ meetingId: newId(), ...personOf(buyer) }];
const opening = (overrides: Partial<AnnounceSlot> = {}): AnnounceSlot => ({
  openingId,
  fairId: fair.fairId,
  organizationId: exhibitor.organizationId,
  slot: fair.slots[0]!,
  wantedBy,
  now: later,
  ...overrides,
});
const freed = slotFreed.draft({
  openingId,
  fairId: fair.fairId,
  organizationId: exhibitor.organizationId,
  slotId: "d1-0930",
  startsAt: fair.slots[0]!.startsAt,
  wantedBy,
  freedAt: later,
});

test("a freed slot is told once to those who had asked for it", () => {
  given(noOpening).when(announceSlot, opening()).then([freed]);
  givenEvents(evolveSlotOpening, noOpening, [freed]).when(announceSlot, opening()).thenNothing();
});

test("nobody is told of a slot that nobody wanted or that is over", () => {
  given(noOpening)
    .when(announceSlot, opening({ wantedBy: [] }))
    .thenNothing();
  given(noOpening)
    .when(announceSlot, opening({ now: fair.slots[0]!.endsAt }))
    .thenNothing();
});
