import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { useName } from "../language/names.tsx";
import type { PlacedBooth } from "./booths.ts";
import styles from "./floor.module.css";
import { marks } from "./marks.ts";

interface Props {
  readonly booth: PlacedBooth;
  readonly isChosen: boolean;
  /** The one booth of the plan that the tab key reaches; arrows go on from there. */
  readonly isStop: boolean;
  readonly choose: (boothId: string) => void;
}

const SIDE = 4;
/** Codes and names are data; React does not know the attribute for SVG. */
const notTranslated = { translate: "no" } as const;
/** One booth. Drawn again only when itself has changed: a thousand of them stay fluid while others change. */
export const BoothShape = memo(
  function BoothShape({ booth, isChosen, isStop, choose }: Props) {
    const { t } = useTranslation();
    const name = useName();
    const [x, y, width, depth] = booth.at;
    const label = `${booth.code}, ${t(`booth.status.${booth.status}`)}${booth.name === undefined ? "" : `, ${name(booth.name)}`}`;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(booth.boothId);
    };
    return (
      <g
        transform={`translate(${x} ${y})`}
        role="button"
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        aria-pressed={isChosen}
        className={styles.boothGroup}
        {...notTranslated}
        data-booth={booth.code}
        data-id={booth.boothId}
        data-status={booth.status}
        onClick={() => choose(booth.boothId)}
        onKeyDown={press}
      >
        <rect width={width} height={depth} rx={0.35} className={styles.booth} data-status={booth.status} data-chosen={isChosen} />
        <path
          d={marks[booth.status]}
          className={styles.mark}
          transform={`translate(${width - SIDE * 0.42} ${depth - SIDE * 0.42}) scale(0.4)`}
        />
        <title>{label}</title>
        <text x={width / 2} y={depth / 2 + 0.15} className={styles.code}>
          {booth.code}
        </text>
      </g>
    );
  },
  (one, other) => one.booth === other.booth && one.isChosen === other.isChosen && one.isStop === other.isStop,
);
