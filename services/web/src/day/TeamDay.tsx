import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./day.module.css";
import { MeetingCard } from "./MeetingCard.tsx";
import { inOrder, type Meeting, ownSide } from "./meetings.ts";
import { useFairDays } from "./use-fair-days.ts";

const byPerson = (meetings: readonly Meeting[]) =>
  Map.groupBy(inOrder(meetings), (meeting) => ownSide(meeting).person?.representativeId ?? "");

/** Who of the team meets whom, person by person. */
export function TeamDay({ day }: { day: number }) {
  const { t } = useTranslation();
  const { fairId, organizationId } = usePlace();
  const days = useFairDays();
  const acting = organizationId === undefined ? {} : { actingOrganizationId: organizationId };
  const list = useOperation(
    listMeetings,
    { params: { fairId }, query: { ...acting, scope: "organization", limit: 200 } },
    { follows: ["meeting"], keep: true },
  );
  return (
    <Loaded of={list} rows={4}>
      {({ items }) => {
        const people = byPerson(
          items.filter(({ slot, status }) => slot !== undefined && status !== "cancelled" && days.get(slot.slotId) === day),
        );
        if (people.size === 0) return <Empty icon="day" title={t("day.teamEmpty")} />;
        return (
          <div className={styles.team}>
            {[...people].map(([id, meetings]) => (
              <div key={id} className={styles.person}>
                <h3>{meetings[0] !== undefined && <Name of={ownSide(meetings[0]).person?.name} />}</h3>
                <ul className={shared.list}>
                  {meetings.map((meeting) => (
                    <MeetingCard key={meeting.meetingId} meeting={meeting} readOnly />
                  ))}
                </ul>
              </div>
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}
