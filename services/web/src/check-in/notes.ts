import { account } from "../session/session.ts";
import { createSignal, type Signal } from "../shared/signal.ts";

/** Notes lie at this device, for one account: no service keeps them. */
const nameOf = (meetingId: string) => `rialto.note.${account.get() ?? ""}.${meetingId}`;

export const noteOf = (meetingId: string): string => localStorage.getItem(nameOf(meetingId)) ?? "";

/** Grows with each change, so that lists of notes follow. */
export const noteChanges: Signal<number> = createSignal(0);

export function keepNote(meetingId: string, text: string): void {
  if (text.trim() === "") localStorage.removeItem(nameOf(meetingId));
  else localStorage.setItem(nameOf(meetingId), text);
  noteChanges.set(noteChanges.get() + 1);
}
