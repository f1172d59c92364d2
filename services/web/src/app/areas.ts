import type { FairRole } from "@rialto/contracts/kernel/values";
import type { IconName } from "../shared/Icon.tsx";

export interface Area {
  readonly path: string;
  /** Its name is the message `nav.<key>`. */
  readonly key: "now" | "day" | "find" | "booth" | "company" | "numbers" | "schedule" | "floor" | "merchants" | "ceremonies";
  readonly icon: IconName;
  readonly roles: readonly FairRole[];
}

const participants = ["exhibitor", "buyer", "partner"] as const;

/** Every area with its place in the navigation, and for whom it is there. What a person may do there, the services say. */
export const areas: readonly Area[] = [
  { path: "/now", key: "now", icon: "now", roles: participants },
  { path: "/day", key: "day", icon: "day", roles: participants },
  { path: "/find", key: "find", icon: "find", roles: participants },
  { path: "/booth", key: "booth", icon: "booth", roles: ["exhibitor"] },
  { path: "/company", key: "company", icon: "company", roles: participants },
  { path: "/numbers", key: "numbers", icon: "numbers", roles: ["organizer", "zoneManager"] },
  { path: "/schedule", key: "schedule", icon: "day", roles: ["organizer"] },
  { path: "/floor", key: "floor", icon: "floor", roles: ["organizer", "zoneManager"] },
  { path: "/merchants", key: "merchants", icon: "merchants", roles: ["organizer"] },
  { path: "/ceremonies", key: "ceremonies", icon: "stage", roles: ["ceremonyHost", "organizer"] },
];

export const areasOf = (roles: readonly FairRole[]): readonly Area[] =>
  areas.filter((area) => area.roles.some((role) => roles.includes(role)));

/** Where a person begins. */
export const homeOf = (roles: readonly FairRole[]): string => areasOf(roles)[0]?.path ?? "/inbox";
