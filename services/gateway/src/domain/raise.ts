import { notificationRaised } from "@rialto/contracts/gateway/events";
import type { NotificationContent } from "@rialto/contracts/gateway/notifications";
import type { Envelope, EnvelopeOf } from "@rialto/contracts/kernel/event";
import { derivedId } from "@rialto/contracts/kernel/ids";
import type { LocalizedName } from "@rialto/contracts/kernel/values";
import { type Audience, type Notice, noticesOf } from "./notices.ts";

/** What the gateway knows of an organization: whom to tell, and by which name others read of it. */
export interface DirectoryEntry {
  readonly name: LocalizedName;
  /** Absent until the first person is heard of, which follows the organization at once. */
  readonly people?: readonly { readonly representativeId: string; readonly accountId: string }[];
}

export type Directory = ReadonlyMap<string, DirectoryEntry>;

export type NotificationRaised = EnvelopeOf<typeof notificationRaised>;

/**
 * The directory has not heard of the organization yet: events of different topics may overtake each other. Worth a retry.
 */
export class OrganizationNotKnownYet extends Error {
  readonly transient = true;
  constructor(organizationId: string) {
    super(`The directory does not know organization ${organizationId} yet`);
    this.name = "OrganizationNotKnownYet";
  }
}

/** The organizations whose entries `raise` will ask for. */
export const organizationsIn = (notices: readonly Notice[]): string[] => [
  ...new Set(notices.flatMap(({ to, other }) => (other === undefined ? [to.organizationId] : [to.organizationId, other]))),
];

/**
 * The notifications that follow from an event, one per person, the person who acted left out. Ids derive from the event,
 * the person and the content's place among the event's notices, so that a repeated delivery raises the same ones.
 * Throws `OrganizationNotKnownYet`.
 */
export function raise(event: Envelope, directory: Directory): NotificationRaised[] {
  return noticesOf(event).flatMap((notice, index) => {
    const content = named(notice, directory);
    return accountsOf(notice.to, directory)
      .filter((accountId) => accountId !== event.actorId)
      .map((accountId) => toEnvelope(event, accountId, index, content));
  });
}

const entryOf = (organizationId: string, directory: Directory): DirectoryEntry => {
  const entry = directory.get(organizationId);
  if (entry === undefined) throw new OrganizationNotKnownYet(organizationId);
  return entry;
};

function accountsOf({ organizationId, representativeId }: Audience, directory: Directory): string[] {
  const { people } = entryOf(organizationId, directory);
  if (people === undefined) throw new OrganizationNotKnownYet(organizationId);
  return people
    .filter((person) => representativeId === undefined || person.representativeId === representativeId)
    .map(({ accountId }) => accountId);
}

const named = ({ content, other }: Notice, directory: Directory): NotificationContent =>
  (other === undefined
    ? content
    : { ...content, other: { organizationId: other, name: entryOf(other, directory).name } }) as NotificationContent;

function toEnvelope(event: Envelope, recipientId: string, index: number, content: NotificationContent): NotificationRaised {
  const { fairId } = event.data as { fairId: string };
  const notificationId = derivedId("notification", event.id, recipientId, String(index));
  const draft = notificationRaised.draft({ notificationId, recipientId, fairId, occurredAt: event.time, content });
  return {
    ...draft,
    id: notificationId,
    source: "/rialto/gateway",
    subject: recipientId,
    time: event.time,
    // A person's stream is ordered by the log, not by a document: the cause's position stands here for tracing.
    seq: event.seq,
    correlationId: event.correlationId,
    causationId: event.id,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}
