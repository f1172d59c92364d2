import { memo } from "react";
import { useName } from "../language/names.tsx";
import type { PlacedBooth } from "./booths.ts";
import styles from "./floor.module.css";

/** Letters of the small type beside each other in one metre. */
const LETTERS_A_METRE = 3.4;
/** A Chinese character is twice as wide as a Latin one. */
const widthOf = (letter: string) => (letter > "\u2e7f" ? 2 : 1);

/** As much of a name as fits into a booth. */
function shortened(text: string, room: number): string {
  let used = 0;
  const letters = Array.from(text);
  const end = letters.findIndex((letter) => {
    used += widthOf(letter);
    return used > room;
  });
  return end === -1
    ? text
    : `${letters
        .slice(0, end - 1)
        .join("")
        .trimEnd()}…`;
}

const BoothName = memo(function BoothName({ booth }: { booth: PlacedBooth }) {
  const name = useName();
  const [x, y, width, depth] = booth.at;
  return (
    <text x={x + width / 2} y={y + depth * 0.25} className={styles.who}>
      {shortened(name(booth.name), width * LETTERS_A_METRE)}
    </text>
  );
});

const unheard = { "aria-hidden": true, translate: "no" } as const;

/** Who is where, for eyes that have come close; screen readers hear it with each booth. */
export function BoothNames({ booths }: { booths: readonly PlacedBooth[] }) {
  return (
    <g {...unheard}>
      {booths
        .filter(({ name }) => name !== undefined)
        .map((booth) => (
          <BoothName key={booth.boothId} booth={booth} />
        ))}
    </g>
  );
}
