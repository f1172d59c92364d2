/** What one member did about another. `cancelled` takes back an accepted meeting; a no is never taken back. */
export type DecisionKind = "viewed" | "requested" | "accepted" | "declined" | "noThanks" | "held" | "noShow" | "cancelled";

export type Decision = { actorId: string; targetId: string; kind: DecisionKind };

/** Whether the actor said yes, no or nothing, and what becomes of the pair. */
type Meaning = { says: "yes" | "no" | "nothing"; pair: "closed" | "arranged" | "free" | "unchanged" };

export const meanings: Readonly<Record<DecisionKind, Meaning>> = {
  viewed: { says: "nothing", pair: "unchanged" },
  requested: { says: "yes", pair: "unchanged" },
  accepted: { says: "yes", pair: "arranged" },
  declined: { says: "no", pair: "closed" },
  noThanks: { says: "no", pair: "closed" },
  held: { says: "nothing", pair: "arranged" },
  noShow: { says: "no", pair: "unchanged" },
  cancelled: { says: "nothing", pair: "free" },
};

export type PairState = "closed" | "arranged";
