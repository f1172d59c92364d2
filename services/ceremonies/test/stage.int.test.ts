import {
  agreementCompleted,
  agreementsTopic,
  certificateIssued,
  certificatesTopic,
  itemCompleted,
} from "@rialto/contracts/ceremonies/events";
import { ceremoniesOperations as operations } from "@rialto/contracts/ceremonies/operations";
import { newId } from "@rialto/contracts/kernel/ids";
import type { ResultOf } from "@rialto/contracts/kernel/operation";
import type { ServiceUnderTest } from "@rialto/testing/service-fixture";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { arrive, meet, type Person, releasedAgreement, staff, startCeremonies, terms } from "./fixture.ts";

let service: ServiceUnderTest;
let exhibitor: Person;
let buyer: Person;
let stranger: Person;
let organizer: string;
let host: string;
const fairId = newId();
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

beforeAll(async () => {
  service = await startCeremonies();
  exhibitor = await arrive(service, fairId, "exhibitor", "Lanhai");
  buyer = await arrive(service, fairId, "buyer", "Costa Verde");
  stranger = await arrive(service, fairId, "buyer", "Stranger");
  organizer = await staff(service, fairId, "organizer");
  host = await staff(service, fairId, "ceremonyHost");
});
afterAll(() => service.dispose());

type Hosted = ResultOf<typeof operations.getCeremony>;

const plan = () =>
  service.api.ok(operations.planCeremony, {
    params: { fairId },
    body: { title: { en: "Signing" }, stage: { en: "Main stage" }, startsAt: "2026-09-01T07:00:00.000Z" },
    token: organizer,
  });

const plaque = {
  kind: "plaqueConferral" as const,
  title: { en: "Centre" },
  conferrer: { en: "Committee" },
  recipients: [{ en: "Operator" }],
  minutes: 5,
};

/** The host presses the one big button. */
async function press({ ceremonyId, moves, nextStep }: Hosted, token = host): Promise<Hosted> {
  const { api } = service;
  if (nextStep.step === "open")
    return api.ok(operations.openCeremony, { params: { fairId, ceremonyId }, body: { seenMoves: moves }, token });
  if (!("itemId" in nextStep)) throw new Error(`nothing to press: ${nextStep.step}`);
  const params = { fairId, ceremonyId, itemId: nextStep.itemId };
  if (nextStep.step === "sign") {
    const { signatoryId, copyOf } = nextStep;
    return api.ok(operations.recordSignature, { params, body: { seenMoves: moves, signatoryId, copyOf }, token });
  }
  const { call, exchange, confer, photograph, complete } = {
    call: operations.callItem,
    exchange: operations.exchangeCopies,
    confer: operations.conferPlaque,
    photograph: operations.photographItem,
    complete: operations.completeItem,
  };
  const operation = { call, exchange, confer, photograph, complete }[nextStep.step];
  return api.ok(operation, { params, body: { seenMoves: moves }, token });
}

const pressUntil = async (ceremony: Hosted, done: (state: Hosted) => boolean): Promise<Hosted> => {
  let state = ceremony;
  while (!done(state)) state = await press(state);
  return state;
};

const setItems = (ceremony: Hosted, items: object[], token = host) =>
  service.api.ok(operations.setRunOfShow, {
    params: { fairId, ceremonyId: ceremony.ceremonyId },
    body: { seenMoves: ceremony.moves, items: items as never },
    token,
  });

const verify = (code: string, head?: string) =>
  service.api.ok(operations.verifyCertificate, { params: { code }, query: head === undefined ? {} : { head } });

describe("agreements", () => {
  test("MEETING_NOT_HELD and NOT_YOUR_MEETING: drafted from one's own held meeting only", async () => {
    const params = { fairId };
    const unknown = { params, body: { meetingId: newId(), terms }, token: buyer.token };
    expect(await service.api.refused(operations.draftAgreement, unknown)).toMatchObject({
      status: 409,
      code: "MEETING_NOT_HELD",
    });
    const meetingId = await meet(service, fairId, exhibitor, buyer);
    const foreign = { params, body: { meetingId, terms }, token: stranger.token };
    await soon(async () =>
      expect(await service.api.refused(operations.draftAgreement, foreign)).toMatchObject({ code: "NOT_YOUR_MEETING" }),
    );
  });

  test("a draft sent twice under one Idempotency-Key is one agreement", async () => {
    const meetingId = await meet(service, fairId, exhibitor, buyer);
    const call = { params: { fairId }, body: { meetingId, terms }, token: buyer.token, idempotencyKey: newId() };
    const first = await soon(() => service.api.ok(operations.draftAgreement, call));
    expect(await service.api.ok(operations.draftAgreement, call)).toEqual(first);
  });

  test("strangers see nothing; hosts see what is released and not before", async () => {
    const meetingId = await meet(service, fairId, exhibitor, buyer);
    const draft = { params: { fairId }, body: { meetingId, terms }, token: buyer.token };
    const { agreementId } = await soon(() => service.api.ok(operations.draftAgreement, draft));
    const params = { fairId, agreementId };
    for (const token of [stranger.token, host, organizer]) {
      expect(await service.api.refused(operations.getAgreement, { params, token })).toMatchObject({
        code: "AGREEMENT_NOT_FOUND",
      });
    }
    const released = await releasedAgreement(service, fairId, [exhibitor, buyer]);
    const shown = await service.api.ok(operations.listAgreements, { params: { fairId }, token: host });
    expect(shown.items.map((one) => one.agreementId)).toContain(released.agreementId);
    expect(shown.items.map((one) => one.agreementId)).not.toContain(agreementId);
    const foreign = await service.api.ok(operations.listAgreements, { params: { fairId }, token: stranger.token });
    expect(foreign.items).toEqual([]);
  });

  test("of two ceremonies that want one agreement at the same moment, one gets it", async () => {
    const { agreementId } = await releasedAgreement(service, fairId, [exhibitor, buyer]);
    const ceremonies = await Promise.all([plan(), plan(), plan()]);
    const signing = { kind: "signing", agreementId, minutes: 10 };
    const outcomes = await Promise.allSettled(ceremonies.map((ceremony) => setItems(ceremony, [signing])));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const winner = outcomes.find((outcome) => outcome.status === "fulfilled")?.value as Hosted;
    await setItems(winner, []);
    const loser = ceremonies.find(({ ceremonyId }) => ceremonyId !== winner.ceremonyId) as Hosted;
    await soon(() => setItems(loser, [signing]));
  });
});

describe("on stage", () => {
  test("from the run of show to certificates that anybody can verify", async () => {
    const facts = await service.collect([agreementsTopic, certificatesTopic], [agreementCompleted, certificateIssued]);
    const { agreementId } = await releasedAgreement(service, fairId, [exhibitor, buyer]);
    const listed = await setItems(await plan(), [{ kind: "signing", agreementId, minutes: 10 }, plaque]);
    const ended = await pressUntil(listed, ({ status }) => status === "completed");
    expect(ended.items.map(({ step }) => step)).toEqual(["done", "done"]);

    const { ceremonyId } = ended;
    await facts.awaitEvent(agreementCompleted, { agreementId, ceremonyId });
    const mine = await soon(async () => {
      const { items } = await service.api.ok(operations.listCertificates, { params: { fairId }, token: buyer.token });
      expect(items.filter(({ terms: certified }) => certified !== undefined)).toHaveLength(1);
      return items[0] as (typeof items)[number];
    });
    const verdict = await verify(mine.verificationCode.toLowerCase().replaceAll("-", " "), mine.trailHead.slice(0, 16));
    expect(verdict).toMatchObject({
      verdict: "valid",
      title: terms.title,
      partyNames: [{ en: "Lanhai" }, { en: "Costa Verde" }],
    });
    expect(JSON.stringify(verdict)).not.toContain("minorUnits");
    expect(await verify("0000-0000-0000-0000")).toEqual({ verdict: "unknown" });
    expect(
      await service.api.refused(operations.getCertificate, {
        params: { fairId, certificateId: mine.certificateId },
        token: stranger.token,
      }),
    ).toMatchObject({
      code: "CERTIFICATE_NOT_FOUND",
    });
    await soon(async () => {
      const { items } = await service.api.ok(operations.listCertificates, { params: { fairId }, token: host });
      expect(items.map(({ subject }) => subject)).toEqual(expect.arrayContaining(["agreement", "plaqueConferral"]));
    });
    await facts.stop();
  });

  test("CEREMONY_MOVED_ON: two hosts press the same button, one step is taken", async () => {
    const open = await press(await setItems(await plan(), [plaque]));
    const second = await staff(service, fairId, "ceremonyHost");
    const outcomes = await Promise.allSettled([press(open), press(open, second)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { ceremonyId } = open;
    const now = await service.api.ok(operations.getCeremony, { params: { fairId, ceremonyId }, token: second });
    expect(now).toMatchObject({ moves: open.moves + 1, nextStep: { step: "confer" } });
  });

  test("aborted in the middle of a signing: it counts for nothing, and the agreement is free again", async () => {
    const { agreementId } = await releasedAgreement(service, fairId, [exhibitor, buyer]);
    const begun = await pressUntil(
      await setItems(await plan(), [{ kind: "signing", agreementId, minutes: 10 }]),
      ({ nextStep }) => nextStep.step === "exchange",
    );
    const params = { fairId, ceremonyId: begun.ceremonyId };
    await service.api.ok(operations.abortCeremony, { params, body: { reason: "fire alarm" }, token: host });
    const voiding = { params: { fairId, agreementId }, body: { reason: "another time" }, token: exhibitor.token };
    expect((await soon(() => service.api.ok(operations.voidAgreement, voiding))).status).toBe("voided");
  });

  test("the screen needs no account, and a stranger's fair shows nothing", async () => {
    const { ceremonyId } = await press(await setItems(await plan(), [plaque]));
    expect(await service.api.ok(operations.getStage, { params: { fairId, ceremonyId } })).toMatchObject({
      status: "onStage",
      next: { kind: "plaqueConferral" },
    });
    expect(await service.api.refused(operations.getStage, { params: { fairId: newId(), ceremonyId } })).toMatchObject({
      code: "CEREMONY_NOT_FOUND",
    });
  });
});

describe("tampering with the database", () => {
  const certified = async () => {
    const { agreementId } = await releasedAgreement(service, fairId, [exhibitor, buyer], { agreement: true, amount: true });
    await pressUntil(
      await setItems(await plan(), [{ kind: "signing", agreementId, minutes: 10 }]),
      ({ status }) => status === "completed",
    );
    return soon(async () => {
      const { items } = await service.api.ok(operations.listCertificates, { params: { fairId }, token: buyer.token });
      const [newest] = items;
      expect((await verify(newest?.verificationCode as string)).verdict).toBe("valid");
      const certificates = service.platform.connection.collection<{ _id: string; state: { trail: unknown[] } }>("certificates");
      const stored = await certificates.findOne({ _id: newest?.certificateId as string });
      return {
        certificates,
        id: newest?.certificateId as string,
        code: newest?.verificationCode as string,
        trail: stored?.state.trail as object[],
      };
    });
  };

  test("each way is found out", async () => {
    const { certificates, id, code, trail } = await certified();
    const put = async (change: object) => {
      await certificates.updateOne({ _id: id }, { $set: change });
      return verify(code);
    };
    expect(await put({ "state.trail.3.at": "2026-01-01T00:00:00.000Z" })).toMatchObject({
      verdict: "tampered",
      tamperedWith: "trail",
      firstBroken: 3,
    });
    expect(await put({ "state.trail": trail.filter((_, n) => n !== 2) })).toMatchObject({ verdict: "tampered", firstBroken: 2 });
    expect(await put({ "state.trail": [trail[1], trail[0], ...trail.slice(2)] })).toMatchObject({
      verdict: "tampered",
      firstBroken: 0,
    });
    expect(await put({ "state.trail": trail })).toMatchObject({ verdict: "valid" });
    expect(await put({ "state.certified.terms.amount.money.minorUnits": 1 })).toMatchObject({
      verdict: "tampered",
      tamperedWith: "document",
    });
  });
});

describe("told twice", () => {
  test("a completed item completes its agreement and issues its certificate once", async () => {
    const facts = await service.collect([certificatesTopic], [certificateIssued]);
    const ended = await pressUntil(await setItems(await plan(), [plaque]), ({ status }) => status === "completed");
    const itemId = ended.items[0]?.itemId as string;
    const issued = await facts.awaitEvent(certificateIssued, { itemId });
    const repeated = { ceremonyId: ended.ceremonyId, fairId, itemId, completedAt: new Date().toISOString() };
    await service.publish(itemCompleted, repeated);
    const other = await pressUntil(await setItems(await plan(), [plaque]), ({ status }) => status === "completed");
    await facts.awaitEvent(certificateIssued, { itemId: other.items[0]?.itemId as string });
    const { items } = await service.api.ok(operations.listCertificates, {
      params: { fairId },
      query: { limit: "200" } as never,
      token: host,
    });
    expect(items.filter(({ certificateId }) => certificateId === issued.data.certificateId)).toHaveLength(1);
    expect(items.find(({ certificateId }) => certificateId === issued.data.certificateId)?.verificationCode).toBe(
      issued.data.verificationCode,
    );
    await facts.stop();
  });
});
