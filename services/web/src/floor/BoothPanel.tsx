import { ActionIcon, Button } from "@mantine/core";
import { assignBooth, confirmBooth, unblockBooth } from "@rialto/contracts/venue/operations/occupancy";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCommand } from "../data/use-command.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Countdown } from "../shared/Countdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";
import { BoothPill } from "./BoothPill.tsx";
import type { PlacedBooth } from "./booths.ts";
import { EndOccupancy } from "./EndOccupancy.tsx";
import { ExhibitorPicker } from "./ExhibitorPicker.tsx";
import styles from "./floor.module.css";

const touches = ["booth"] as const;
type Doing = "assign" | "release" | "block";

function Facts({ booth }: { booth: PlacedBooth }) {
  const { t } = useTranslation();
  const { fair } = usePlace();
  const zone = fair.zones.find(({ zoneId }) => zoneId === booth.zoneId);
  return (
    <>
      <div className={shared.facts}>
        <span>
          <Icon name="pin" size={16} /> <Name of={zone?.name} />
        </span>
        <span>{t(`booth.kind.${booth.kind}`)}</span>
        <span>{t("booth.size", { width: booth.at[2], depth: booth.at[3] })}</span>
      </div>
      {booth.organizationId !== undefined && (
        <p>
          <Link to={`/organizations/${booth.organizationId}`}>
            <Name of={booth.name} />
          </Link>
        </p>
      )}
      {booth.holdExpiresAt !== undefined && (
        <p className={styles.clock}>
          <Icon name="hourglass" size={18} /> {t("booth.heldUntil")}{" "}
          <strong>
            <Countdown until={booth.holdExpiresAt} />
          </strong>
        </p>
      )}
    </>
  );
}

/** A button that was pressed and has gone takes the focus with it: whoever works by keyboard goes on from the panel. */
function useKeptFocus(buttons: string) {
  const panel = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever other buttons are there
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, [buttons]);
  return panel;
}

/** One booth: who has it, until when, and what an organizer or a zone manager can do about it. */
export function BoothPanel({ booth, close }: { booth: PlacedBooth; close: () => void }) {
  const { t } = useTranslation();
  const { fairId, roles } = usePlace();
  const [doing, startDoing] = useState<Doing>();
  const stop = () => startDoing(undefined);
  const params = { fairId, boothId: booth.boothId };
  const confirm = useCommand(confirmBooth, { touches });
  const assign = useCommand(assignBooth, { touches, onDone: stop });
  const unblock = useCommand(unblockBooth, { touches });
  const isOrganizer = roles.includes("organizer");
  const { status, organizationId } = booth;
  const panel = useKeptFocus(`${status} ${doing}`);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={t("floor.panelOf", { code: booth.code })}
      onKeyDown={({ key }) => key === "Escape" && close()}
    >
      <Card as="div">
        <div className={styles.head}>
          <h2>
            <Verbatim>{booth.code}</Verbatim>
          </h2>
          <div className={shared.row}>
            <BoothPill status={status} />
            <ActionIcon variant="subtle" color="gray" size={44} onClick={close} aria-label={t("state.close")}>
              <Icon name="cross" />
            </ActionIcon>
          </div>
        </div>
        <Facts booth={booth} />
        {doing === "assign" && (
          <ExhibitorPicker
            isBusy={assign.isPending}
            pick={(chosen) => assign.mutate({ params, body: { organizationId: chosen } })}
            cancel={stop}
          />
        )}
        {(doing === "release" || doing === "block") && <EndOccupancy booth={booth} how={doing} close={stop} />}
        {doing === undefined && (
          <div className={shared.actions}>
            {status === "held" && organizationId !== undefined && (
              <Button loading={confirm.isPending} onClick={() => confirm.mutate({ params, body: { organizationId } })}>
                {t("floor.confirm")}
              </Button>
            )}
            {isOrganizer && status === "available" && <Button onClick={() => startDoing("assign")}>{t("floor.assign")}</Button>}
            {isOrganizer && (status === "held" || status === "assigned") && (
              <Button variant="default" onClick={() => startDoing("release")}>
                {t("floor.release")}
              </Button>
            )}
            {isOrganizer && status !== "blocked" && (
              <Button variant="default" onClick={() => startDoing("block")}>
                {t("floor.block")}
              </Button>
            )}
            {isOrganizer && status === "blocked" && (
              <Button
                variant="default"
                loading={unblock.isPending}
                onClick={() => unblock.mutate({ params, query: { dryRun: "false" } })}
              >
                {t("floor.unblock")}
              </Button>
            )}
          </div>
        )}
        {!isOrganizer && status !== "held" && doing === undefined && <p className={shared.muted}>{t("floor.nothingToDo")}</p>}
      </Card>
    </aside>
  );
}
