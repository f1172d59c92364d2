import { Button } from "@mantine/core";
import { holdBooth, releaseBooth } from "@rialto/contracts/venue/operations/occupancy";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../data/use-command.ts";
import { useOperation } from "../data/use-operation.ts";
import { Confirm } from "../day/Confirm.tsx";
import { BoothPill } from "../floor/BoothPill.tsx";
import { allBooths, type PlacedBooth } from "../floor/booths.ts";
import { Plan } from "../floor/Plan.tsx";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Countdown } from "../shared/Countdown.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Page, Section } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./booth.module.css";

const touches = ["booth"] as const;

function OwnBooth({ booth }: { booth: PlacedBooth }) {
  const { t } = useTranslation();
  const { fair, fairId } = usePlace();
  const [isAsking, ask] = useState(false);
  const release = useCommand(releaseBooth, { touches });
  const giveBack = () => release.mutate({ params: { fairId, boothId: booth.boothId } });
  return (
    <Card as="li" tone={booth.status === "held" ? "warn" : undefined}>
      <div className={shared.spread}>
        <div className={styles.own}>
          <Verbatim className={styles.code}>{booth.code}</Verbatim>
          <span className={shared.muted}>
            <Name of={fair.zones.find(({ zoneId }) => zoneId === booth.zoneId)?.name} /> · {t(`booth.kind.${booth.kind}`)}
          </span>
        </div>
        <BoothPill status={booth.status} />
      </div>
      {booth.holdExpiresAt !== undefined && (
        <p className={styles.clock}>
          <Icon name="hourglass" size={18} />
          <span>{t("booth.heldUntil")}</span>
          <strong>
            <Countdown until={booth.holdExpiresAt} />
          </strong>
        </p>
      )}
      {booth.status === "held" && <p className={shared.muted}>{t("booth.heldHelp")}</p>}
      {isAsking ? (
        <Confirm
          question={t("booth.releaseQuestion")}
          yes={t("booth.release")}
          isBusy={release.isPending}
          no={() => ask(false)}
          confirm={giveBack}
        />
      ) : (
        <div className={shared.actions}>
          <Button
            size="sm"
            variant="default"
            loading={release.isPending}
            onClick={() => (booth.status === "held" ? giveBack() : ask(true))}
          >
            {t("booth.release")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Offer({ booth, close }: { booth: PlacedBooth; close: () => void }) {
  const { t } = useTranslation();
  const { fair, fairId, organizationId } = usePlace();
  const hold = useCommand(holdBooth, { touches, onDone: close });
  return (
    <Card tone="accent">
      <div className={shared.spread}>
        <div className={styles.own}>
          <Verbatim className={styles.code}>{booth.code}</Verbatim>
          <span className={shared.muted}>
            <Name of={fair.zones.find(({ zoneId }) => zoneId === booth.zoneId)?.name} /> · {t(`booth.kind.${booth.kind}`)} ·{" "}
            {t("booth.size", { width: booth.at[2], depth: booth.at[3] })}
          </span>
        </div>
        <BoothPill status={booth.status} />
      </div>
      <div className={shared.actions}>
        {booth.status === "available" && organizationId !== undefined && (
          <Button
            loading={hold.isPending}
            onClick={() => hold.mutate({ params: { fairId, boothId: booth.boothId }, body: { organizationId } })}
          >
            {t("booth.hold", { count: fair.rules.boothHoldMinutes })}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t("state.close")}
        </Button>
      </div>
    </Card>
  );
}

/** One's own booths with their clocks, and the plan to choose one from. */
export default function BoothPage() {
  const { t } = useTranslation();
  const { fairId, organizationId } = usePlace();
  const plan = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"], keep: true });
  const [chosen, choose] = useState<string>();
  return (
    <Page title={t("booth.title")} wide>
      <Loaded of={plan}>
        {(data) => {
          const booths = allBooths(data);
          const own = booths.filter((booth) => booth.organizationId === organizationId && organizationId !== undefined);
          const picked = booths.find(({ boothId }) => boothId === chosen);
          return (
            <div className={styles.columns}>
              <Section title={t("booth.own")}>
                {own.length === 0 ? (
                  <Empty icon="booth" title={t("booth.none")}>
                    {t("booth.noneHelp")}
                  </Empty>
                ) : (
                  <ul className={shared.list}>
                    {own.map((booth) => (
                      <OwnBooth key={booth.boothId} booth={booth} />
                    ))}
                  </ul>
                )}
                {picked !== undefined && picked.organizationId !== organizationId && (
                  <Offer booth={picked} close={() => choose(undefined)} />
                )}
              </Section>
              <Section title={t("booth.choose")}>
                <Plan booths={booths} chosen={chosen} choose={choose} />
              </Section>
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
