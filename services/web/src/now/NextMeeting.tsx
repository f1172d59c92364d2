import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { type Meeting, meetingBefore, meetingOn, nextMeeting, otherSide } from "../day/meetings.ts";
import { useDay } from "../day/use-day.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Loaded } from "../shared/States.tsx";
import { useNow } from "../shared/use-now.ts";
import styles from "./now.module.css";
import { type Plan, spotOf, wayBetween } from "./walk.ts";

function WalkingHint({ from, to, plan }: { from: Meeting | undefined; to: Meeting; plan: Plan }) {
  const { t } = useTranslation();
  const { fair } = usePlace();
  const there = to.place && spotOf(plan, to.place.boothId);
  if (there === undefined) return null;
  const here = from?.place && spotOf(plan, from.place.boothId);
  const way = here && wayBetween(here, there);
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
      {way !== undefined && from?.place !== undefined && (
        <span>
          <Icon name="next" size={16} />
          {way === "same" && t("now.sameBooth")}
          {way === "otherHall" && t("now.otherHall", { from: from.place.code })}
          {typeof way === "number" && t("now.walk", { count: way, from: from.place.code })}
        </span>
      )}
    </>
  );
}

function Coming({ meetings, meeting, isOn }: { meetings: readonly Meeting[]; meeting: Meeting; isOn: boolean }) {
  const { t } = useTranslation();
  const { format, fairId } = usePlace();
  const now = useNow(15_000);
  const plan = useOperation(listBooths, { params: { fairId } }, { keep: true });
  const { slot, place, meetingId } = meeting;
  if (slot === undefined) return null;
  const [day, time] = [format.when(slot.startsAt, now), format.time(slot.startsAt)];
  const untilThen = day === time ? format.fromNow(slot.startsAt, now) : format.day(slot.startsAt);
  return (
    <Link to={`/check-in/${meetingId}`} className={styles.next} data-on={isOn}>
      <span className={styles.nextWhen}>
        <strong>{time}</strong>
        <span>{isOn ? t("now.until", { time: format.time(slot.endsAt) }) : untilThen}</span>
      </span>
      <span className={styles.nextWhat}>
        <span className={styles.eyebrow}>{t(isOn ? "now.on" : "now.next")}</span>
        <Name of={otherSide(meeting).name} className={styles.nextName} />
        <span className={styles.nextFacts}>
          {otherSide(meeting).person?.name !== undefined && (
            <span>
              <Icon name="user" size={16} />
              <Name of={otherSide(meeting).person?.name} />
            </span>
          )}
          {plan.data !== undefined && <WalkingHint from={meetingBefore(meetings, meeting)} to={meeting} plan={plan.data} />}
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

/** The one thing not to miss: what is on this minute, and what comes after it. */
export function NextMeeting() {
  const { t } = useTranslation();
  const day = useDay();
  const now = useNow(15_000);
  return (
    <Loaded of={day} rows={1}>
      {({ meetings }) => {
        const [on, next] = [meetingOn(meetings, now), nextMeeting(meetings, now)];
        return (
          <div className={styles.coming}>
            {on !== undefined && <Coming meetings={meetings} meeting={on} isOn />}
            {next !== undefined && <Coming meetings={meetings} meeting={next} isOn={false} />}
            {next === undefined && (
              <p className={styles.noNext}>
                <Icon name="day" size={18} /> {t("now.noNext")}
              </p>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
