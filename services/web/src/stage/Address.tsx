import { Eyebrow } from "./Eyebrow.tsx";
import type { Shown } from "./scene.ts";
import styles from "./stage.module.css";
import { Twin } from "./Twin.tsx";

/** Somebody speaks: who, and about what. */
export function Address({ item }: { item: Shown }) {
  return (
    <div className={styles.centre}>
      <Eyebrow of="speech" />
      <Twin as="h1" of={item.title} width={84} size={5.6} />
      <span className={styles.rule} />
      <Twin of={item.speaker} width={70} size={3.4} tone="gold" />
    </div>
  );
}

/** Everybody into the picture. */
export function Photograph({ item, isTaken }: { item: Shown; isTaken: boolean }) {
  return (
    <div className={styles.centre}>
      <div className={styles.finder} data-taken={isTaken}>
        <Eyebrow of={isTaken ? "photoTaken" : "photo"} isLoud />
        <Twin as="h1" of={item.title} width={60} size={5} />
      </div>
    </div>
  );
}
