import { agreementDrafted, agreementReleased } from "@rialto/contracts/ceremonies/events";
import { newId } from "@rialto/contracts/kernel/ids";
import { given } from "@rialto/testing/given";
import { describe, expect, test } from "vitest";
import { evolveAgreement, noAgreement } from "./agreement.ts";
import { verifyTrail } from "./audit-trail.ts";
import { digestOf } from "./canonical-json.ts";
import { completeAgreement } from "./complete-agreement.ts";
import { draftAgreement } from "./draft-agreement.ts";
import { by, ceremonyId, costa, draft, fairId, lanhai, now, placed, released, sent, terms, third } from "./examples.ts";
import { placeAgreement, takeAgreementOff } from "./place-agreement.ts";
import { rejectAgreement } from "./reject-agreement.ts";
import { releaseAgreement, strictest } from "./release-agreement.ts";
import { reviseAgreement } from "./revise-agreement.ts";
import { sendAgreement } from "./send-agreement.ts";
import { voidAgreement } from "./void-agreement.ts";

const everything = { agreement: true, amount: true };
const meeting = { meetingId: newId(), fairId, parties: [lanhai, costa] };
const drafting = { agreementId: newId(), fairId, meeting, organizationIds: [costa.organizationId], terms, now };

describe("drafting", () => {
  test("either side of a held meeting drafts, and is remembered as the drafter", () => {
    given(noAgreement)
      .when(draftAgreement, drafting)
      .then([
        agreementDrafted.draft({
          agreementId: drafting.agreementId,
          fairId,
          partyOrganizationIds: [lanhai.organizationId, costa.organizationId],
          meetingId: meeting.meetingId,
          terms,
          parties: [lanhai, costa],
          draftedBy: costa.organizationId,
          draftedAt: now,
        }),
      ]);
  });

  test("MEETING_NOT_HELD: nobody has heard that it was, or it was at another fair", () => {
    given(noAgreement)
      .when(draftAgreement, { ...drafting, meeting: undefined })
      .thenRefused("MEETING_NOT_HELD");
    given(noAgreement)
      .when(draftAgreement, { ...drafting, fairId: newId() })
      .thenRefused("MEETING_NOT_HELD");
  });

  test("NOT_YOUR_MEETING: somebody else's meeting", () => {
    given(noAgreement)
      .when(draftAgreement, { ...drafting, organizationIds: [third.organizationId] })
      .thenRefused("NOT_YOUR_MEETING");
  });
});

describe("the text", () => {
  test("AGREEMENT_FROZEN: it changes while it is a draft, and not after it was sent", () => {
    const revising = { by: by(lanhai), terms: { ...terms, kind: "contract" as const }, now };
    expect(reviseAgreement(revising, draft())).toHaveLength(1);
    given(sent()).when(reviseAgreement, revising).thenRefused("AGREEMENT_FROZEN", { status: "sent" });
    given(sent())
      .when(sendAgreement, { by: by(lanhai), now })
      .thenRefused("AGREEMENT_FROZEN");
  });

  test("NOT_THE_DRAFTING_SIDE: the other party cannot rewrite, send or void it", () => {
    given(draft())
      .when(reviseAgreement, { by: by(costa), terms, now })
      .thenRefused("NOT_THE_DRAFTING_SIDE");
    given(draft())
      .when(sendAgreement, { by: by(costa), now })
      .thenRefused("NOT_THE_DRAFTING_SIDE");
    given(draft())
      .when(voidAgreement, { by: by(costa), reason: "no", now })
      .thenRefused("NOT_THE_DRAFTING_SIDE");
  });

  test("AGREEMENT_NOT_FOUND: to strangers, and at another fair, it does not exist", () => {
    given(draft())
      .when(sendAgreement, { by: by(third), now })
      .thenRefused("AGREEMENT_NOT_FOUND");
    given(draft())
      .when(sendAgreement, { by: { ...by(lanhai), fairId: newId() }, now })
      .thenRefused("AGREEMENT_NOT_FOUND");
    given(noAgreement)
      .when(sendAgreement, { by: by(lanhai), now })
      .thenRefused("AGREEMENT_NOT_FOUND");
  });

  test("its digest says which text was frozen, to the letter", () => {
    const digest = (state: ReturnType<typeof sent>) => ("textDigest" in state ? state.textDigest : undefined);
    expect(digest(sent())).toBe(digestOf({ terms, parties: [lanhai, costa] }));
    expect(digest(sent({ ...draft(), terms: { ...terms, title: { en: "Denim for two seasons" } } }))).not.toBe(digest(sent()));
  });
});

describe("releasing", () => {
  const releasing = { by: by(costa), announcement: everything, now };

  test("the last party's word releases the agreement with the strictest announcement of all", () => {
    const half = releaseAgreement({ ...releasing, by: by(lanhai), announcement: { agreement: true, amount: false } }, sent());
    const state = half.reduce(evolveAgreement, sent());
    const events = releaseAgreement(releasing, state as never);
    expect(events.map(({ type }) => type)).toContain(agreementReleased.type);
    expect(events.at(-1)?.data).toMatchObject({ announcement: { agreement: true, amount: false } });
  });

  test("one party that says nothing may be announced is enough", () => {
    expect(strictest([everything, { agreement: false, amount: false }])).toEqual({ agreement: false, amount: false });
    expect(strictest([everything, everything])).toEqual(everything);
  });

  test("AGREEMENT_NOT_SENT: a draft waits for nobody, and what is released needs no more", () => {
    given(draft()).when(releaseAgreement, releasing).thenRefused("AGREEMENT_NOT_SENT", { status: "draft" });
    given(released()).when(releaseAgreement, releasing).thenRefused("AGREEMENT_NOT_SENT", { status: "released" });
    given(released())
      .when(rejectAgreement, { by: by(costa), reason: "late", now })
      .thenRefused("AGREEMENT_NOT_SENT");
  });

  test("ALREADY_RELEASED: a party speaks once", () => {
    const once = releaseAgreement(releasing, sent()).reduce(evolveAgreement, sent());
    given(once).when(releaseAgreement, releasing).thenRefused("ALREADY_RELEASED");
  });

  test("AMOUNT_NEEDS_ANNOUNCEMENT: no amount without its agreement", () => {
    given(sent())
      .when(releaseAgreement, { ...releasing, announcement: { agreement: false, amount: true } })
      .thenRefused("AMOUNT_NEEDS_ANNOUNCEMENT");
  });
});

describe("on its way to a stage", () => {
  const placing = { fairId, ceremonyId, now };

  test("AGREEMENT_NOT_RELEASED: only what every party stands by", () => {
    given(sent()).when(placeAgreement, placing).thenRefused("AGREEMENT_NOT_RELEASED", { status: "sent" });
  });

  test("AGREEMENT_IN_OTHER_CEREMONY: one agreement is signed in one ceremony", () => {
    given(placed()).when(placeAgreement, placing).thenNothing();
    given(placed())
      .when(placeAgreement, { ...placing, ceremonyId: newId() })
      .thenRefused("AGREEMENT_IN_OTHER_CEREMONY", { ceremonyId });
  });

  test("AGREEMENT_ON_STAGE: it is not voided behind the ceremony's back", () => {
    const voiding = { by: by(lanhai), reason: "replaced", now };
    given(placed()).when(voidAgreement, voiding).thenRefused("AGREEMENT_ON_STAGE", { ceremonyId });
    const free = takeAgreementOff(placing, placed()).reduce(evolveAgreement, placed());
    expect(voidAgreement(voiding, free)).toHaveLength(1);
  });

  test("taken off by a ceremony that does not have it, nothing changes", () => {
    given(placed()).when(takeAgreementOff, { ceremonyId: newId(), now }).thenNothing();
  });

  test("AGREEMENT_CLOSED: what is signed, rejected or void stays so", () => {
    const completed = completeAgreement({ ceremonyId, now }, placed()).reduce(evolveAgreement, placed());
    given(completed)
      .when(voidAgreement, { by: by(lanhai), reason: "late", now })
      .thenRefused("AGREEMENT_CLOSED", { status: "completed" });
    given(completed).when(completeAgreement, { ceremonyId, now }).thenNothing();
  });
});

test("every fact of an agreement stands in its trail, chained", () => {
  const { trail } = released();
  expect(trail.map(({ what }) => what.split(".")[1])).toEqual([
    "agreement-drafted",
    "agreement-sent",
    "agreement-party-released",
    "agreement-party-released",
    "agreement-released",
  ]);
  expect(verifyTrail(trail)).toEqual({ intact: true, head: trail.at(-1)?.hash });
});
