import {
  ceremonyAborted,
  ceremonyCompleted,
  ceremonyOpened,
  ceremonyPlanned,
  copiesExchanged,
  itemCalled,
  itemCompleted,
  itemPhotographed,
  itemSkipped,
  plaqueConferred,
  runOfShowSet,
  signatureRecorded,
} from "@rialto/contracts/ceremonies/events";
import { AgreementTerms, Announcement, Party, type RunOfShowItem } from "@rialto/contracts/ceremonies/values";
import { type DraftOf, definePrivateEvent } from "@rialto/contracts/kernel/event";
import { AgreementId } from "@rialto/contracts/kernel/ids";
import { Instant, type LocalizedName } from "@rialto/contracts/kernel/values";
import { z } from "zod";
import { type AuditEntry, appendEntry } from "./audit-trail.ts";
import type { Signature } from "./signing-order.ts";

const AuditEntryShape = z.object({
  index: z.int().nonnegative(),
  at: Instant,
  what: z.string(),
  dataDigest: z.string(),
  prevHash: z.string(),
  hash: z.string(),
});

/** A released agreement as the stage signs it: fixed when the ceremony opens. */
export const Signing = z.object({
  agreementId: AgreementId,
  terms: AgreementTerms,
  parties: z.array(Party),
  announcement: Announcement,
  textDigest: z.string(),
  /** The agreement's own trail, which the item's continues. */
  trail: z.array(AuditEntryShape),
});
export type Signing = z.infer<typeof Signing>;

/** What the stage signs, as it was when the ceremony opened: undisclosed terms stay in this document. */
export const signingsFixed = definePrivateEvent({
  type: "ceremonies.signings-fixed",
  version: 1,
  data: z.object({ signings: z.array(Signing), fixedAt: Instant }),
});

export type Progress =
  | { readonly step: "queued" }
  | { readonly step: "called"; readonly signatures: readonly Signature[] }
  | { readonly step: "exchanged" }
  | { readonly step: "conferred" }
  | { readonly step: "photographed" }
  | { readonly step: "done" }
  | { readonly step: "skipped"; readonly reason: string };

export interface StagedItem {
  readonly item: RunOfShowItem;
  readonly progress: Progress;
  readonly trail: readonly AuditEntry[];
}

interface CeremonyFacts {
  readonly id: string;
  readonly fairId: string;
  readonly title: LocalizedName;
  readonly stage: LocalizedName;
  readonly startsAt: string;
  readonly items: readonly StagedItem[];
  readonly signings: readonly Signing[];
  /** Number of facts so far; hosts say which one they saw. */
  readonly moves: number;
}

export type ExistingCeremony = CeremonyFacts &
  (
    | { readonly status: "planned" }
    | { readonly status: "onStage" }
    | { readonly status: "completed"; readonly completedAt: string }
    | { readonly status: "aborted"; readonly reason: string; readonly abortedAt: string }
  );
export type Ceremony = { readonly status: "none" } | ExistingCeremony;

export const ceremonyDefinitions = [
  ceremonyPlanned,
  runOfShowSet,
  signingsFixed,
  ceremonyOpened,
  itemCalled,
  signatureRecorded,
  copiesExchanged,
  plaqueConferred,
  itemPhotographed,
  itemCompleted,
  itemSkipped,
  ceremonyCompleted,
  ceremonyAborted,
] as const;
export type CeremonyEvent = DraftOf<(typeof ceremonyDefinitions)[number]>;

export const noCeremony: Ceremony = { status: "none" };

const unhandled = (event: never): never => {
  throw new Error(`evolve ignores ${JSON.stringify(event)}`);
};

const queued = (item: RunOfShowItem): StagedItem => ({ item, progress: { step: "queued" }, trail: [] });

/** A signing continues the trail of its agreement. */
const withAgreementTrail = (items: readonly StagedItem[], signings: readonly Signing[]): StagedItem[] =>
  items.map((staged) => {
    const { item } = staged;
    const signing = item.kind === "signing" ? signings.find(({ agreementId }) => agreementId === item.agreementId) : undefined;
    return signing === undefined ? staged : { ...staged, trail: signing.trail };
  });

type ItemEvent = DraftOf<
  | typeof itemCalled
  | typeof signatureRecorded
  | typeof copiesExchanged
  | typeof plaqueConferred
  | typeof itemPhotographed
  | typeof itemCompleted
  | typeof itemSkipped
>;

function progressAfter({ progress }: StagedItem, event: ItemEvent): { progress: Progress; at: string } {
  switch (event.type) {
    case itemCalled.type:
      return { progress: { step: "called", signatures: [] }, at: event.data.calledAt };
    case signatureRecorded.type: {
      const { signatoryId, copyOf, signedAt } = event.data;
      const before = progress.step === "called" ? progress.signatures : [];
      return { progress: { step: "called", signatures: [...before, { signatoryId, copyOf }] }, at: signedAt };
    }
    case copiesExchanged.type:
      return { progress: { step: "exchanged" }, at: event.data.exchangedAt };
    case plaqueConferred.type:
      return { progress: { step: "conferred" }, at: event.data.conferredAt };
    case itemPhotographed.type:
      return { progress: { step: "photographed" }, at: event.data.photographedAt };
    case itemCompleted.type:
      return { progress: { step: "done" }, at: event.data.completedAt };
    case itemSkipped.type:
      return { progress: { step: "skipped", reason: event.data.reason }, at: event.data.skippedAt };
    default:
      return unhandled(event);
  }
}

function withItem(state: ExistingCeremony, event: ItemEvent): ExistingCeremony {
  const items = state.items.map((staged) => {
    if (staged.item.itemId !== event.data.itemId) return staged;
    const { progress, at } = progressAfter(staged, event);
    return { ...staged, progress, trail: appendEntry(staged.trail, event, at) };
  });
  return { ...state, items, moves: state.moves + 1 };
}

export function evolveCeremony(state: Ceremony, event: CeremonyEvent): Ceremony {
  if (event.type === ceremonyPlanned.type) {
    const { ceremonyId, fairId, title, stage, startsAt } = event.data;
    return { status: "planned", id: ceremonyId, fairId, title, stage, startsAt, items: [], signings: [], moves: 1 };
  }
  if (state.status === "none") return state;
  const moves = state.moves + 1;
  switch (event.type) {
    case runOfShowSet.type:
      return { ...state, items: event.data.items.map(queued), moves };
    case signingsFixed.type: {
      const { signings } = event.data;
      return { ...state, signings, items: withAgreementTrail(state.items, signings), moves };
    }
    case ceremonyOpened.type:
      return { ...state, status: "onStage", moves };
    case ceremonyCompleted.type:
      return { ...state, status: "completed", completedAt: event.data.completedAt, moves };
    case ceremonyAborted.type:
      return { ...state, status: "aborted", reason: event.data.reason, abortedAt: event.data.abortedAt, moves };
    default:
      return withItem(state, event);
  }
}
