import { useFormat } from "../language/use-format.ts";
import type { Fair } from "../session/place.tsx";
import { useNow } from "../shared/use-now.ts";
import { Caption, Eyebrow } from "./Eyebrow.tsx";
import type { Shown, Stage } from "./scene.ts";
import styles from "./stage.module.css";
import { Twin } from "./Twin.tsx";
import { type StageWord, word } from "./words.ts";

/** Nothing is planned: the fair says welcome. */
export function Welcome({ fair }: { fair: Fair }) {
  return (
    <div className={styles.centre}>
      <Eyebrow of="welcome" isLoud />
      <Twin as="h1" of={fair.name} width={84} size={5.4} />
      <Twin of={fair.place} width={70} size={2.4} tone="quiet" />
    </div>
  );
}

/** Before the ceremony: what it is, where and when. */
export function Planned({ stage, timeZone }: { stage: Stage; timeZone: string | undefined }) {
  const { time } = useFormat(timeZone);
  const isDue = Date.parse(stage.startsAt) <= useNow(10_000);
  return (
    <div className={styles.centre}>
      <Twin of={stage.stage} width={60} size={2.6} tone="gold" lines={1} />
      <Twin as="h1" of={stage.title} width={84} size={6} />
      {isDue ? (
        <Eyebrow of="soon" isLoud />
      ) : (
        <div className={styles.when}>
          <Caption of="beginsAt" />
          <time className={styles.clock} dateTime={stage.startsAt} translate="no">
            {time(stage.startsAt)}
          </time>
        </div>
      )}
    </div>
  );
}

const kindWords: Record<Shown["kind"], StageWord> = {
  signing: "signing",
  plaqueConferral: "plaque",
  speech: "speech",
  photo: "photo",
};

function Next({ item }: { item: Shown }) {
  return (
    <div className={styles.next}>
      <Caption of="next" />
      <Eyebrow of={kindWords[item.kind]} />
      {item.title !== undefined && <Twin of={item.title} width={74} size={2.8} />}
    </div>
  );
}

/** The breath between two items: the ceremony's name, and what comes. */
export function Between({ stage, isOpening }: { stage: Stage; isOpening: boolean }) {
  return (
    <div className={styles.centre}>
      {isOpening && <Eyebrow of="opening" isLoud />}
      <Twin as="h1" of={stage.title} width={84} size={5.6} />
      {stage.next !== undefined && <Next item={stage.next} />}
    </div>
  );
}

export function Over({ stage, isCompleted }: { stage: Stage; isCompleted: boolean }) {
  return (
    <div className={styles.centre}>
      <Twin as="h1" of={word(isCompleted ? "completed" : "ended")} width={84} size={6.4} tone={isCompleted ? "gold" : "ink"} />
      <Twin of={stage.title} width={78} size={3} />
      <Twin of={word("thanks")} width={60} size={2.2} tone="quiet" />
    </div>
  );
}

/** One sentence while there is nothing else to show. */
export function Still({ of }: { of: StageWord }) {
  return (
    <div className={styles.centre}>
      <Twin as="h1" of={word(of)} width={70} size={3} tone="quiet" />
    </div>
  );
}
