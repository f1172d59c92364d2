import { useMediaQuery } from "@mantine/hooks";
import { type KeyboardEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Name, useName } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { BoothNames } from "./BoothNames.tsx";
import { BoothShape } from "./BoothShape.tsx";
import { type PlacedBooth, statuses } from "./booths.ts";
import styles from "./floor.module.css";
import { marks } from "./marks.ts";
import { isDirection, neighbour } from "./neighbour.ts";
import { useView } from "./use-view.ts";

interface Props {
  readonly booths: readonly PlacedBooth[];
  readonly chosen: string | undefined;
  readonly choose: (boothId: string) => void;
}

const MARGIN_M = 1;
/** Narrower than this, a booth is wide enough for its exhibitor's name. */
const CLOSE_M = 45;
const PHONE = "(max-width: 700px)";

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {statuses.map((status) => (
        <li key={status}>
          <svg width="18" height="18" viewBox="0 0 4 4" aria-hidden="true">
            <rect x="0.2" y="0.2" width="3.6" height="3.6" rx="0.5" className={styles.booth} data-status={status} />
            <path d={marks[status]} className={styles.mark} />
          </svg>
          {t(`booth.status.${status}`)}
        </li>
      ))}
    </ul>
  );
}

interface ShapesProps extends Props {
  readonly stopId: string | undefined;
}

/** All booths of the hall: not touched at all while somebody zooms and drags. */
const Shapes = memo(function Shapes({ booths, chosen, stopId, choose }: ShapesProps) {
  return booths.map((booth) => (
    <BoothShape
      key={booth.boothId}
      booth={booth}
      isChosen={booth.boothId === chosen}
      isStop={booth.boothId === stopId}
      choose={choose}
    />
  ));
});

/** The plan of one hall: zones and booths by status. Zoom and drag; every booth can be reached by keyboard. */
export function Plan({ booths, chosen, choose }: Props) {
  const { t } = useTranslation();
  const name = useName();
  const { fair } = usePlace();
  const [hallId, setHallId] = useState(() => booths.find(({ boothId }) => boothId === chosen)?.hallId ?? fair.halls[0]?.hallId);
  const [stopId, stopAt] = useState<string>();
  const hall = fair.halls.find((one) => one.hallId === hallId) ?? fair.halls[0];
  const whole = {
    x: -MARGIN_M,
    y: -MARGIN_M,
    width: (hall?.width ?? 10) + 2 * MARGIN_M,
    height: (hall?.depth ?? 10) + 2 * MARGIN_M,
  };
  const isFilled = useMediaQuery(PHONE, false, { getInitialValueInEffect: false });
  const { svg, view, zoomIn, zoomOut, reset, reveal, hasDragged, handlers } = useView(whole, { isFilled });
  const sought = booths.find(({ boothId }) => boothId === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when another booth is chosen, here or beside the plan
  useEffect(() => {
    if (sought === undefined) return;
    if (sought.hallId === hallId) reveal(sought.at);
    else setHallId(sought.hallId);
  }, [chosen]);
  const here = useMemo(() => booths.filter((booth) => booth.hallId === hall?.hallId), [booths, hall?.hallId]);
  const take = useRef(choose);
  take.current = (boothId) => {
    stopAt(boothId);
    if (!hasDragged()) choose(boothId);
  };
  const tap = useCallback((boothId: string) => take.current(boothId), []);
  if (hall === undefined) return null;
  const stop = here.find(({ boothId }) => boothId === stopId) ?? here.find(({ boothId }) => boothId === chosen) ?? here[0];
  const walk = (event: KeyboardEvent) => {
    if (!isDirection(event.key) || stop === undefined) return;
    event.preventDefault();
    const next = neighbour(here, stop, event.key);
    if (next === undefined) return;
    stopAt(next.boothId);
    reveal(next.at);
    svg.current?.querySelector<SVGGElement>(`[data-id="${next.boothId}"]`)?.focus();
  };
  return (
    <div className={styles.plan}>
      <div className={styles.planTools}>
        <div role="group" aria-label={t("floor.halls")} className={styles.halls}>
          {fair.halls.length > 1 &&
            fair.halls.map((one) => (
              <button
                key={one.hallId}
                type="button"
                aria-pressed={one.hallId === hall.hallId}
                onClick={() => setHallId(one.hallId)}
              >
                <Name of={one.name} />
              </button>
            ))}
        </div>
        <div role="group" aria-label={t("floor.zoom")} className={styles.zoom}>
          <button type="button" onClick={zoomIn} aria-label={t("floor.zoomIn")}>
            <Icon name="plus" />
          </button>
          <button type="button" onClick={zoomOut} aria-label={t("floor.zoomOut")}>
            <Icon name="minus" />
          </button>
          <button type="button" onClick={reset}>
            {t("floor.whole")}
          </button>
        </div>
      </div>
      <svg
        ref={svg}
        className={styles.svg}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        style={{ aspectRatio: isFilled ? "1" : `${whole.width} / ${whole.height}` }}
        role="group"
        aria-label={t("floor.planOf", { hall: name(hall.name) })}
        onKeyDown={walk}
        {...handlers}
      >
        <rect x={0} y={0} width={hall.width} height={hall.depth} className={styles.hall} />
        {fair.zones.map(({ zoneId, hallId: ofHall, name: zoneName, outline }, index) =>
          ofHall === hall.hallId ? (
            <g key={zoneId} style={{ color: `var(--zone-${index % 5})` }}>
              <rect x={outline.x} y={outline.y} width={outline.width} height={outline.depth} className={styles.zone} rx={0.6} />
              <text x={outline.x + 0.3} y={outline.y - 0.5} className={styles.zoneName} {...{ translate: "no" }}>
                {name(zoneName)}
              </text>
            </g>
          ) : null,
        )}
        <Shapes booths={here} chosen={chosen} stopId={stop?.boothId} choose={tap} />
        {view.width < CLOSE_M && <BoothNames booths={here} />}
      </svg>
      <Legend />
    </div>
  );
}
