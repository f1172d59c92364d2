import { newId } from "@rialto/contracts/kernel/ids";
import { Refusal } from "@rialto/contracts/kernel/refusal";
import type { Way } from "@rialto/persistence/bench/contention";
import { UniqueConflict } from "@rialto/persistence/errors";
import { bookAcceptance } from "../src/booking/book-acceptance.ts";
import type { BookingDeps } from "../src/booking/booking-deps.ts";
import { acceptMeeting } from "../src/domain/accept-meeting.ts";
import { noClaims } from "../src/domain/claims.ts";
import type { Meetings } from "../src/store/meetings.ts";
import { createReadClaims } from "../src/store/taken-claims.ts";
import { actorOf } from "../test/builders.ts";
import { now, type Scene, setScene } from "./scenes.ts";

type Attempt = (scene: Scene, contender: number) => Promise<unknown>;

const cause = () => ({ correlationId: newId() });
const slotIdOf = ({ fair }: Scene) => fair.slots[0]?.slotId ?? "";

/** The write alone: every contender decides that the slot is free, and the index of the operation's store says who was first. */
export const writeOfAcceptance =
  (meetings: Meetings): Attempt =>
  (scene, contender) => {
    const { fair, exhibitor, buyers, booth, meetingIds } = scene;
    const facts = { actor: actorOf(fair, exhibitor), fair, own: exhibitor, other: buyers[contender], booths: [booth] };
    const command = { ...facts, slotId: slotIdOf(scene), taken: noClaims, now };
    return meetings.update(meetingIds[contender] ?? "", (state) => acceptMeeting(command, state), cause());
  };

/** The whole operation: claims read, decided, written; the loser's answer names what is taken and what is free. */
export const operation =
  (meetings: Meetings): Attempt =>
  (scene, contender) => {
    const { fair, exhibitor, buyers, booth, meetingIds } = scene;
    const byId = new Map([exhibitor, ...buyers].map((one) => [one.organizationId, one]));
    const deps: BookingDeps = {
      meetings,
      readClaims: createReadClaims(meetings),
      fair: async () => fair,
      organization: async (id) => byId.get(id),
      boothsOf: async () => [booth],
      preferencesBetween: async () => ({ own: undefined, other: undefined }),
    };
    const command = { meetingId: meetingIds[contender] ?? "", actor: actorOf(fair, exhibitor), slotId: slotIdOf(scene), now };
    return bookAcceptance(deps, command, cause());
  };

/** Scenes are set before the clock runs: `rounds` of them for each number of contenders, in the order of the races. */
export async function wayOf(
  name: string,
  meetings: Meetings,
  attempt: Attempt,
  contenders: readonly number[],
  rounds: (contenders: number) => number,
): Promise<Way> {
  const waiting = new Map<number, Scene[]>();
  for (const count of contenders) {
    const scenes: Scene[] = [];
    for (let round = 0; round < rounds(count); round += 1) scenes.push(await setScene(meetings, count));
    waiting.set(count, scenes);
  }
  const set = new Map<string, Scene>();
  return {
    name,
    async attempt(contender, prize) {
      const count = Number(prize.slice(name.length + 1).split("-")[0]);
      const scene = set.get(prize) ?? waiting.get(count)?.pop();
      if (scene === undefined) throw new Error(`no scene is set for ${prize}`);
      set.set(prize, scene);
      return attempt(scene, contender).then(
        () => true,
        (error: unknown) => {
          if (error instanceof UniqueConflict || (error instanceof Refusal && error.code === "SLOT_TAKEN")) return false;
          throw error;
        },
      );
    },
  };
}
