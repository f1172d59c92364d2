import type { IconName } from "../shared/Icon.tsx";
import type { Tone } from "../shared/Pill.tsx";
import type { Ceremony, Item } from "./show.ts";

export const kindIcons: Record<Item["kind"], IconName> = {
  signing: "pen",
  plaqueConferral: "plaque",
  speech: "user",
  photo: "spark",
};

export const statusLooks: Record<Ceremony["status"], { readonly icon: IconName; readonly tone: Tone }> = {
  planned: { icon: "clock", tone: "calm" },
  onStage: { icon: "now", tone: "accent" },
  completed: { icon: "check", tone: "good" },
  aborted: { icon: "slash", tone: "warn" },
};
