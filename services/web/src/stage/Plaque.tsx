import type { Localized } from "../language/names.tsx";
import { Caption, Eyebrow } from "./Eyebrow.tsx";
import type { Shown } from "./scene.ts";
import styles from "./stage.module.css";
import { Twin } from "./Twin.tsx";

/** Columns, and the sizes in them, by the number of recipients. */
function roomOf(count: number) {
  if (count <= 2) return { columns: 1, width: 64, size: 3, lines: 2 };
  if (count <= 4) return { columns: 2, width: 31, size: 2.2, lines: 2 };
  if (count <= 9) return { columns: 3, width: 26, size: 1.9, lines: 2 };
  return { columns: 4, width: 19, size: 1.7, lines: count <= 12 ? 2 : 1 };
}

function Recipients({ names }: { names: readonly Localized[] }) {
  const { columns, ...room } = roomOf(names.length);
  return (
    <ul className={styles.recipients} data-columns={columns}>
      {names.map((name, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed, and names may be alike
        <li key={place}>
          <Twin of={name} {...room} />
        </li>
      ))}
    </ul>
  );
}

/** A plaque is read out, and then handed over. */
export function Plaque({ item, isConferred }: { item: Shown; isConferred: boolean }) {
  const { recipients = [] } = item;
  return (
    <div className={styles.centre}>
      <Eyebrow of={isConferred ? "conferred" : "plaque"} isLoud={isConferred} />
      <div className={styles.plaque} data-lit={isConferred} data-wide={recipients.length > 4}>
        <Twin as="h1" of={item.title} width={68} size={recipients.length > 2 ? 3.4 : 4.8} tone="gold" />
        <span className={styles.rule} />
        <Caption of="recipient" />
        <Recipients names={recipients} />
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
      <Twin of={of} width={50} size={2.2} lines={1} isInline />
    </div>
  );
}
