import { events } from "@rialto/contracts/event-catalog";
import type { Envelope, EventDefinition } from "@rialto/contracts/kernel/event";
import { newId } from "@rialto/contracts/kernel/ids";
import { meetingScheduled, recommendationsChanged, slotFreed } from "@rialto/contracts/matchmaking/events";
import { scheduleAnnounced } from "@rialto/contracts/matchmaking/schedule-run-events";
import { organizationVerified } from "@rialto/contracts/registry/events";
import { describe, expect, test } from "vitest";
import { changesOf } from "./changes.ts";
import { noticesOf } from "./notices.ts";
import { type Directory, OrganizationNotKnownYet, organizationsIn, raise } from "./raise.ts";

const envelope = (definition: EventDefinition, data: object = definition.example, actorId?: string): Envelope => ({
  id: newId(),
  type: definition.type,
  source: "/rialto/test",
  subject: String((definition.example as Record<string, unknown>)[definition.key]),
  time: "2026-09-01T01:00:00.000Z",
  seq: 7,
  correlationId: newId(),
  data,
  ...(actorId === undefined ? {} : { actorId }),
});

const { requester, recipient } = meetingScheduled.example;
const accounts = { ana: newId(), lin: newId(), linsColleague: newId() };
const directory: Directory = new Map([
  [
    requester.organizationId,
    { name: { en: "Costa Verde" }, people: [{ representativeId: requester.representativeId, accountId: accounts.ana }] },
  ],
  [
    recipient.organizationId,
    {
      name: { zh: "蓝海牛仔" },
      people: [
        { representativeId: recipient.representativeId, accountId: accounts.lin },
        { representativeId: newId(), accountId: accounts.linsColleague },
      ],
    },
  ],
]);

describe("the tables", () => {
  test("every event of the catalogue has an answer in both tables", () => {
    for (const definition of events) {
      expect(Array.isArray(changesOf(envelope(definition)))).toBe(true);
      expect(Array.isArray(noticesOf(envelope(definition)))).toBe(true);
    }
  });

  test("an event of a later version of the contracts is passed over", () => {
    const unknown = { ...envelope(organizationVerified), type: "registry.organization-verified.v9" };
    expect([...changesOf(unknown), ...noticesOf(unknown)]).toEqual([]);
  });

  test("a change names the thing and its place in the thing's history, nothing of its content", () => {
    const [first] = changesOf(envelope(meetingScheduled));
    expect(first).toEqual({
      room: { kind: "organization", fairId: meetingScheduled.example.fairId, organizationId: requester.organizationId },
      entity: "meeting",
      id: meetingScheduled.example.meetingId,
      version: 7,
    });
  });
});

describe("raising notifications", () => {
  test("both organizations hear of a scheduled meeting, colleagues included, each with the other's name", () => {
    const raised = raise(envelope(meetingScheduled), directory);
    expect(raised.map(({ subject, data }) => [subject, "other" in data.content && data.content.other.name])).toEqual([
      [accounts.ana, { zh: "蓝海牛仔" }],
      [accounts.lin, { en: "Costa Verde" }],
      [accounts.linsColleague, { en: "Costa Verde" }],
    ]);
  });

  test("who acted is not told what they did", () => {
    const raised = raise(envelope(meetingScheduled, meetingScheduled.example, accounts.lin), directory);
    expect(raised.map(({ subject }) => subject)).toEqual([accounts.ana, accounts.linsColleague]);
  });

  test("the same event raises the same notifications again", () => {
    const event = envelope(meetingScheduled);
    expect(raise(event, directory)).toEqual(raise(event, directory));
  });

  test("only the person who wanted a slot hears that it is free", () => {
    const wantedBy = [{ meetingId: newId(), ...recipient }];
    const event = envelope(slotFreed, { ...slotFreed.example, organizationId: requester.organizationId, wantedBy });
    expect(raise(event, directory).map(({ subject }) => subject)).toEqual([accounts.lin]);
  });

  test("a meeting that a schedule run books tells nobody and leaves the whole fair's screens alone; its own people see it", () => {
    const byRun = envelope(meetingScheduled, { ...meetingScheduled.example, scheduleRunId: scheduleAnnounced.example.runId });
    expect(raise(byRun, directory)).toEqual([]);
    expect(changesOf(byRun).map(({ room }) => room.kind)).toEqual(["organization", "organization"]);
  });

  test("a published schedule is told to each of its people, once for all their meetings", () => {
    const people = [{ ...scheduleAnnounced.example.people[0], representativeId: recipient.representativeId, added: 9 }];
    const data = { ...scheduleAnnounced.example, organizationId: recipient.organizationId, people };
    const raised = raise(envelope(scheduleAnnounced, data), directory);
    expect(raised.map(({ subject, data: { content } }) => [subject, content.kind, "added" in content && content.added])).toEqual([
      [accounts.lin, "schedulePublished", 9],
    ]);
  });

  const noticesOfMatches = (announced?: string[]) => {
    const entered = [0.2, 0.5, 0.9, 0.4, 0.7].map((score) => {
      const organizationId = `0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0${score * 10}00`;
      return { ...recommendationsChanged.example.entered[0], organizationId, score };
    });
    const { announced: _, ...example } = recommendationsChanged.example;
    const data = { ...example, entered, ...(announced === undefined ? {} : { announced }) };
    return noticesOf(envelope(recommendationsChanged, data)).map(({ content }) => "score" in content && content.score);
  };

  test("new matches are announced if matchmaking says so", () => {
    expect(noticesOfMatches([])).toEqual([]);
    const announced = ["0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0400", "0198b6f0-7a50-7c3e-9b1e-6f0d5a1c0900"];
    expect(noticesOfMatches(announced)).toEqual([0.9, 0.4]);
  });

  test("a match that was weak and has become good is announced like a new one, if matchmaking says so", () => {
    const [entry] = recommendationsChanged.example.entered;
    const { organizationId } = entry as { organizationId: string };
    const data = {
      ...recommendationsChanged.example,
      entered: [],
      updated: [{ ...entry, score: 0.6 }],
      announced: [organizationId],
    };
    const heard = noticesOf(envelope(recommendationsChanged, data)).map(({ other, content }) => [
      other,
      "score" in content && content.score,
    ]);
    expect(heard).toEqual([[organizationId, 0.6]]);
  });

  test("in events that do not say what to announce, it is the best three at once, weak ones never", () => {
    expect(noticesOfMatches()).toEqual([0.9, 0.7, 0.5]);
  });

  test("an organization that the directory has not heard of yet is worth a retry", () => {
    const event = envelope(meetingScheduled);
    expect(organizationsIn(noticesOf(event))).toEqual([requester.organizationId, recipient.organizationId]);
    expect(() => raise(event, new Map())).toThrow(OrganizationNotKnownYet);
    const nobodyYet = new Map([...directory, [recipient.organizationId, { name: { en: "Heard of, nobody in it yet" } }]]);
    expect(() => raise(event, nobodyYet)).toThrow(OrganizationNotKnownYet);
  });
});
