import { countNotifications } from "@rialto/contracts/gateway/operations";
import { liveCounters } from "@rialto/contracts/matchmaking/operations";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useOperation } from "../data/use-operation.ts";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { Page, Section } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import styles from "./numbers.module.css";
import { Occupancy } from "./Occupancy.tsx";
import { Tile } from "./Tile.tsx";
import { ZoneTable } from "./ZoneTable.tsx";

export type Counters = z.output<typeof liveCounters.result>;

/** Notifications go to people only: no message tells this screen of them. */
const ASK_AGAIN_MS = 3_000;

function Tiles({ counters }: { counters: Counters }) {
  const { t } = useTranslation();
  const { fairId, roles, format } = usePlace();
  const { openRequests, scheduled, held, missed, cancelled, booths } = counters;
  const waiting = useOperation(
    listOrganizations,
    { params: { fairId }, query: { status: "registered", limit: 200 } },
    { follows: ["organization"], enabled: roles.includes("organizer") },
  );
  const told = useOperation(
    countNotifications,
    { params: { fairId } },
    { follows: ["meeting", "booth", "organization", "scheduleRun"], everyMs: ASK_AGAIN_MS },
  );
  const ended = held + missed;
  return (
    <ul className={styles.tiles}>
      <Tile id="openRequests" icon="hourglass" value={openRequests} />
      <Tile id="scheduled" icon="day" value={scheduled} />
      <Tile id="held" icon="check" value={held} />
      <Tile
        id="missed"
        icon="warn"
        value={missed}
        {...(ended > 0 ? { note: t("numbers.ofEnded", { share: format.percent(missed / ended) }) } : {})}
      />
      <Tile id="cancelled" icon="cross" value={cancelled} />
      <Tile id="booths" icon="booth" value={booths} />
      <Tile
        id="notifications"
        icon="bell"
        value={told.data?.sent}
        {...(told.data === undefined ? {} : { note: t("numbers.lastHour", { sent: format.number(told.data.lastHour) }) })}
      />
      {roles.includes("organizer") && (
        <Tile
          id="waiting"
          icon="merchants"
          value={waiting.data?.items.length}
          isMore={waiting.data?.nextCursor !== undefined}
          to="/merchants"
        />
      )}
    </ul>
  );
}

/** The programme in numbers, live: what is asked, booked, held and missed, where and when. */
export default function NumbersPage() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  useRooms({ kind: "fair", fairId });
  const read = useOperation(liveCounters, { params: { fairId } }, { follows: ["meeting", "booth", "scheduleRun"] });
  return (
    <Page title={t("numbers.title")} wide>
      <Loaded of={read} rows={4}>
        {(counters) => (
          <>
            <Tiles counters={counters} />
            <Section title={t("numbers.bySlot")}>
              <Occupancy counters={counters} />
            </Section>
            <Section title={t("numbers.byZone")}>
              <ZoneTable zones={counters.zones} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
