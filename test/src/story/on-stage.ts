import {
  callItem,
  completeItem,
  conferPlaque,
  exchangeCopies,
  openCeremony,
  photographItem,
  planCeremony,
  recordSignature,
  setRunOfShow,
} from "@rialto/contracts/ceremonies/operations/ceremonies";
import type { CeremonyView } from "@rialto/contracts/ceremonies/shapes";
import type { z } from "zod";
import type { Person } from "./person.ts";

export type Ceremony = z.infer<typeof CeremonyView>;

const minutes = 5;

/** A speech, the signing, a plaque and a photograph: every kind of item, so every kind of step. */
const runOfShow = (agreementId: string) => [
  { kind: "speech" as const, title: { en: "Welcome" }, speaker: { en: "Chair (example)" }, minutes },
  { kind: "signing" as const, agreementId, minutes },
  {
    kind: "plaqueConferral" as const,
    title: { en: "Shishi goods centre, Brazil" },
    conferrer: { en: "Organizing committee" },
    recipients: [{ en: "Operator of the centre (example)" }],
    minutes,
  },
  { kind: "photo" as const, title: { en: "All together" }, minutes },
];

export async function plan(organizer: Person, fairId: string, agreementId: string): Promise<Ceremony> {
  const body = {
    title: { en: "Signing ceremony", zh: "签约仪式" },
    stage: { en: "Main stage" },
    startsAt: new Date().toISOString(),
  };
  const { ceremonyId, moves } = await organizer.does(planCeremony, { params: { fairId }, body });
  const items = runOfShow(agreementId);
  return organizer.does(setRunOfShow, { params: { fairId, ceremonyId }, body: { seenMoves: moves, items } });
}

export const open = (host: Person, { fairId, ceremonyId, moves }: Ceremony): Promise<Ceremony> =>
  host.does(openCeremony, { params: { fairId, ceremonyId }, body: { seenMoves: moves } });

const operations = {
  call: callItem,
  exchange: exchangeCopies,
  confer: conferPlaque,
  photograph: photographItem,
  complete: completeItem,
} as const;

/** Presses the host's one big button once; answers undefined when nothing is left. */
export async function takeNextStep(
  host: Person,
  { fairId, ceremonyId, moves, nextStep }: Ceremony,
): Promise<Ceremony | undefined> {
  if (!("itemId" in nextStep)) return undefined;
  const params = { fairId, ceremonyId, itemId: nextStep.itemId };
  if (nextStep.step !== "sign") return host.does(operations[nextStep.step], { params, body: { seenMoves: moves } });
  const { signatoryId, copyOf } = nextStep;
  return host.does(recordSignature, { params, body: { seenMoves: moves, signatoryId, copyOf } });
}

/** Takes every step that is due while `goOn` holds; answers with how the ceremony stands then. */
export async function goThrough(host: Person, from: Ceremony, goOn: (ceremony: Ceremony) => boolean): Promise<Ceremony> {
  let ceremony = from;
  while (goOn(ceremony)) {
    const next = await takeNextStep(host, ceremony);
    if (next === undefined) return ceremony;
    ceremony = next;
  }
  return ceremony;
}
