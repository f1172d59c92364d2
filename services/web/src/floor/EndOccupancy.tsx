import { Button, TextInput } from "@mantine/core";
import { listMeetings } from "@rialto/contracts/matchmaking/operations";
import { blockBooth, releaseBoothAsOrganizer } from "@rialto/contracts/venue/operations/occupancy";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { useOperation } from "../data/use-operation.ts";
import { inOrder } from "../day/meetings.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { session } from "../session/session.ts";
import { Icon } from "../shared/Icon.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import type { PlacedBooth } from "./booths.ts";
import styles from "./floor.module.css";

const operations = { release: releaseBoothAsOrganizer, block: blockBooth } as const;
/** A dry run wants a reason too, and shows it to nobody. */
const ASKING = "?";

/** Whom it would touch, asked of the service without changing anything. */
function useEffects(booth: PlacedBooth, how: keyof typeof operations) {
  const { fairId } = usePlace();
  const params = { fairId, boothId: booth.boothId };
  return useQuery({
    queryKey: ["dry run", how, booth.boothId, booth.version],
    queryFn: async () => {
      const input = { params, query: { dryRun: "true" as const }, body: { reason: ASKING } };
      const answer =
        how === "release" ? session.client.call(releaseBoothAsOrganizer, input) : session.client.call(blockBooth, input);
      return (await answer).effects;
    },
    gcTime: 0,
  });
}

const SHOWN = 5;
const MOST = 200;

/** The booked meetings at this booth, by name and time: they are what the edit would move or end. */
function Meetings({ boothId }: { boothId: string }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const read = useOperation(
    listMeetings,
    { params: { fairId }, query: { scope: "all", status: "scheduled", boothId, limit: MOST } },
    { follows: ["meeting", "scheduleRun"] },
  );
  return (
    <Loaded of={read} rows={1}>
      {({ items }) => (
        <div className={styles.effects} data-meetings={items.length}>
          <p>
            <Icon name="day" size={18} />
            <span>{items.length === 0 ? t("floor.noMeetings") : t("floor.meetings", { count: items.length })}</span>
          </p>
          <ul>
            {inOrder(items)
              .slice(0, SHOWN)
              .map(({ meetingId, slot, requester, recipient }) => (
                <li key={meetingId}>
                  {slot !== undefined && <time dateTime={slot.startsAt}>{format.moment(slot.startsAt)}</time>}
                  <span>
                    <Name of={requester.name} /> – <Name of={recipient.name} />
                  </span>
                </li>
              ))}
          </ul>
          {items.length > SHOWN && <p>{t("floor.andMore", { count: items.length - SHOWN })}</p>}
        </div>
      )}
    </Loaded>
  );
}

/** Takes a booth from whoever has it: shows what that does before, wants a reason, and says so. */
export function EndOccupancy({ booth, how, close }: { booth: PlacedBooth; how: "release" | "block"; close: () => void }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const [reason, setReason] = useState("");
  const effects = useEffects(booth, how);
  const end = useCommand(operations[how], { touches: ["booth", "meeting"], onDone: close });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    end.mutate({ params: { fairId, boothId: booth.boothId }, query: { dryRun: "false" }, body: { reason: reason.trim() } });
  };
  return (
    <form className={shared.field} onSubmit={submit}>
      <Loaded of={effects} rows={1}>
        {(list) => (
          <ul className={styles.effects} aria-label={t("floor.effects")}>
            {list.map(({ effect, organizationId, name }) => (
              <li key={`${effect} ${organizationId}`}>
                <Icon name="warn" size={18} />
                <span>
                  {t(`floor.effect.${effect}`)} <Name of={name} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {booth.status === "assigned" && <Meetings boothId={booth.boothId} />}
      <TextInput
        label={t("state.reason")}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={shared.actions}>
        <Button type="submit" color="red" loading={end.isPending} disabled={reason.trim() === ""}>
          {t(how === "release" ? "floor.release" : "floor.block")}
        </Button>
        <Button variant="default" onClick={close}>
          {t("state.back")}
        </Button>
      </div>
    </form>
  );
}
