import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { inOrder, type Meeting, nextMeeting, otherSide } from "../day/meetings.ts";
import { useDay } from "../day/use-day.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Pill } from "../shared/Pill.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { useNow } from "../shared/use-now.ts";
import styles from "./now.module.css";
import { minutesOnFoot, type Plan, spotOf } from "./walk.ts";

function WalkingHint({ meetings, meeting, plan }: { meetings: readonly Meeting[]; meeting: Meeting; plan: Plan }) {
  const { t } = useTranslation();
  const { fair } = usePlace();
  const there = meeting.place && spotOf(plan, meeting.place.boothId);
  if (there === undefined) return null;
  const before = inOrder(
    meetings.filter(({ slot, status }) => slot !== undefined && (status === "scheduled" || status === "held")),
  );
  const last = before[before.indexOf(meeting) - 1];
  const here = last?.place && spotOf(plan, last.place.boothId);
  const minutes = here && minutesOnFoot(here, there);
  return (
    <>
      <span>
        <Icon name="pin" size={16} />
        <span>
          <Name of={fair.zones.find(({ zoneId }) => zoneId === there.zoneId)?.name} />
          {" · "}
          <Name of={fair.halls.find(({ hallId }) => hallId === there.hallId)?.name} />
        </span>
      </span>
      {minutes !== undefined && last?.place !== undefined && (
        <span>
          <Icon name="next" size={16} />
          {t("now.walk", { count: minutes, from: last.place.code })}
        </span>
      )}
    </>
  );
}

function Coming({ meetings, meeting }: { meetings: readonly Meeting[]; meeting: Meeting }) {
  const { t } = useTranslation();
  const { format, fairId } = usePlace();
  const now = useNow(15_000);
  const plan = useOperation(listBooths, { params: { fairId } }, { keep: true });
  const { slot, place } = meeting;
  if (slot === undefined) return null;
  const isOn = Date.parse(slot.startsAt) <= now;
  return (
    <Link to="/day" className={styles.next} data-on={isOn}>
      <span className={styles.nextWhen}>
        <strong>{format.time(slot.startsAt)}</strong>
        <span>{isOn ? t("now.on") : format.fromNow(slot.startsAt, now)}</span>
      </span>
      <span className={styles.nextWhat}>
        <span className={styles.eyebrow}>{t("now.next")}</span>
        <Name of={otherSide(meeting).name} className={styles.nextName} />
        <span className={styles.nextFacts}>
          {otherSide(meeting).person?.name !== undefined && (
            <span>
              <Icon name="user" size={16} />
              <Name of={otherSide(meeting).person?.name} />
            </span>
          )}
          {plan.data !== undefined && <WalkingHint meetings={meetings} meeting={meeting} plan={plan.data} />}
        </span>
      </span>
      {place !== undefined && (
        <span className={styles.placeCode}>
          <span>{t("meeting.booth")}</span>
          <Verbatim>{place.code}</Verbatim>
        </span>
      )}
    </Link>
  );
}

/** The one thing not to miss. */
export function NextMeeting() {
  const { t } = useTranslation();
  const day = useDay();
  const now = useNow();
  return (
    <Loaded of={day} rows={1}>
      {({ meetings }) => {
        const meeting = nextMeeting(meetings, now);
        if (meeting !== undefined) return <Coming meetings={meetings} meeting={meeting} />;
        return (
          <div className={shared.row}>
            <Pill icon="day">{t("now.noNext")}</Pill>
          </div>
        );
      }}
    </Loaded>
  );
}
