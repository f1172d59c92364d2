import type { Localized } from "../language/names.tsx";
import { Caption, Eyebrow } from "./Eyebrow.tsx";
import type { Shown } from "./scene.ts";
import styles from "./stage.module.css";
import { Twin } from "./Twin.tsx";

/** So many recipients have a line of their own at a size for the last row; more of them share lines. */
const recipientRoom = (count: number) => (count <= 2 ? { width: 62, size: 3 } : count <= 6 ? { width: 38, size: 2.2 } : { width: 26, size: 1.7 });

function Recipients({ names }: { names: readonly Localized[] }) {
  const room = recipientRoom(names.length);
  return (
    <ul className={styles.recipients} data-many={names.length > 2}>
      {names.map((name) => (
        <li key={JSON.stringify(name)}>
          <Twin of={name} {...room} lines={2} />
        </li>
      ))}
    </ul>
  );
}

/** A plaque is read out, and then handed over. */
export function Plaque({ item, isConferred }: { item: Shown; isConferred: boolean }) {
  return (
    <div className={styles.centre}>
      <Eyebrow of={isConferred ? "conferred" : "plaque"} isLoud={isConferred} />
      <div className={styles.plaque} data-lit={isConferred}>
        <Twin as="h1" of={item.title} width={66} size={4.6} tone="gold" />
        <span className={styles.rule} />
        <Caption of="recipient" />
        <Recipients names={item.recipients ?? []} />
      </div>
      {isConferred ? <Eyebrow of="applause" /> : <Conferrer of={item.conferrer} />}
    </div>
  );
}

function Conferrer({ of }: { of: Localized | undefined }) {
  if (of === undefined) return null;
  return (
    <div className={styles.credit}>
      <Caption of="conferrer" />
      <Twin of={of} width={50} size={2.2} lines={1} />
    </div>
  );
}
