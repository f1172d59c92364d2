import { Button } from "@mantine/core";
import type { NotificationContent } from "@rialto/contracts/gateway/notifications";
import { listNotifications } from "@rialto/contracts/gateway/operations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { useDay } from "../day/use-day.ts";
import { AskDialog, type Wanted } from "../find/AskDialog.tsx";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Card, Section } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import { useNow } from "../shared/use-now.ts";

type Freed = Extract<NotificationContent, { kind: "slotFreed" }>;

/** Slots that others gave back and that are still to come, as this person was told. */
export function FreedSlots() {
  const { t } = useTranslation();
  const { format, fairId } = usePlace();
  const now = useNow();
  const [wanted, want] = useState<Wanted>();
  const told = useOperation(listNotifications, { query: { limit: 50 } }, { follows: ["notification"] });
  const day = useDay();
  const mine = new Map(day.data?.meetings.map((meeting) => [meeting.meetingId, meeting.status]));
  const freed = (told.data?.items ?? [])
    .filter((one) => one.fairId === fairId)
    .map(({ content }) => content)
    .filter((content): content is Freed => content.kind === "slotFreed" && Date.parse(content.startsAt) > now)
    .filter(({ meetingId }) => mine.get(meetingId) !== "scheduled" && mine.get(meetingId) !== "held")
    .slice(0, 3);
  if (freed.length === 0) return null;
  return (
    <Section title={t("now.freed")}>
      <ul className={shared.list}>
        {freed.map(({ meetingId, other, slotId, startsAt }) => (
          <Card as="li" key={`${meetingId}${slotId}`}>
            <div className={shared.spread}>
              <div className={shared.grow}>
                <span className={shared.strong}>{format.when(startsAt)}</span> · <Name of={other.name} />
              </div>
              {mine.get(meetingId) === "pending" ? (
                <Pill tone="warn" icon="hourglass">
                  {t("now.freedAsked")}
                </Pill>
              ) : (
                <Button
                  size="sm"
                  variant="light"
                  onClick={() => want({ organizationId: other.organizationId, name: other.name, slotId })}
                >
                  {t("match.ask")}
                </Button>
              )}
            </div>
          </Card>
        ))}
      </ul>
      <AskDialog wanted={wanted} close={() => want(undefined)} />
    </Section>
  );
}
