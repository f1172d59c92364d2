import { Button } from "@mantine/core";
import { releaseBooth } from "@rialto/contracts/venue/operations/occupancy";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AskAgain } from "../company/AskAgain.tsx";
import { useCommand } from "../data/use-command.ts";
import type { PlacedBooth } from "../floor/booths.ts";
import { usePlace } from "../session/place.tsx";
import { Countdown } from "../shared/Countdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import shared from "../shared/shared.module.css";
import { useNow } from "../shared/use-now.ts";
import { BoothHead } from "./BoothHead.tsx";
import styles from "./booth.module.css";

/** How little time is left when it is said louder. */
const SOON_MS = 5 * 60_000;

function Clock({ until }: { until: string }) {
  const { t } = useTranslation();
  const left = Date.parse(until) - useNow(1_000);
  if (left <= 0)
    return (
      <p className={styles.clock} role="status">
        <Icon name="hourglass" size={18} /> {t("booth.holdOver")}
      </p>
    );
  return (
    <>
      <p className={styles.clock} data-soon={left < SOON_MS}>
        <Icon name="hourglass" size={18} />
        <span>{t("booth.heldUntil")}</span>
        <strong>
          <Countdown until={until} />
        </strong>
      </p>
      <p className={shared.muted}>{t("booth.heldHelp")}</p>
    </>
  );
}

/** A booth that is held or has been confirmed, and the way to give it back. */
export function OwnBooth({ booth, show }: { booth: PlacedBooth; show: () => void }) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const [isAsking, ask] = useState(false);
  const release = useCommand(releaseBooth, { touches: ["booth"] });
  const isHeld = booth.status === "held";
  return (
    <Card as="li" tone={isHeld ? "warn" : undefined}>
      <BoothHead booth={booth} />
      {booth.holdExpiresAt !== undefined && <Clock until={booth.holdExpiresAt} />}
      {isAsking ? (
        <AskAgain
          question={t(isHeld ? "booth.releaseHoldQuestion" : "booth.releaseQuestion")}
          yes={t("booth.release")}
          isBusy={release.isPending}
          no={() => ask(false)}
          confirm={() => release.mutate({ params: { fairId, boothId: booth.boothId } })}
        />
      ) : (
        <div className={shared.actions}>
          <Button size="sm" variant="default" leftSection={<Icon name="pin" size={16} />} onClick={show}>
            {t("booth.show")}
          </Button>
          <Button size="sm" variant="subtle" color="red" onClick={() => ask(true)}>
            {t("booth.release")}
          </Button>
        </div>
      )}
    </Card>
  );
}
