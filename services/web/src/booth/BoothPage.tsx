import { SegmentedControl } from "@mantine/core";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useOperation } from "../data/use-operation.ts";
import { BoothTable } from "../floor/BoothTable.tsx";
import { allBooths } from "../floor/booths.ts";
import { Plan } from "../floor/Plan.tsx";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Page, Section } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./booth.module.css";
import { Instead } from "./Instead.tsx";
import { nearestFree } from "./nearest.ts";
import { OwnBooth } from "./OwnBooth.tsx";
import { PickedBooth } from "./PickedBooth.tsx";
import { useRanOut } from "./use-ran-out.ts";

type PlanAnswer = z.output<typeof listBooths.result>;

function useBooths(data: PlanAnswer) {
  const { organizationId } = usePlace();
  const booths = allBooths(data);
  const own = booths.filter((booth) => organizationId !== undefined && booth.organizationId === organizationId);
  const ended = useRanOut(booths, organizationId);
  return { booths, own, ended };
}

function Booths({ data }: { data: PlanAnswer }) {
  const { t } = useTranslation();
  const { booths, own, ended } = useBooths(data);
  const [chosen, choose] = useState<string>();
  const [view, setView] = useState<"plan" | "table">("plan");
  const picked = booths.find(({ boothId }) => boothId === chosen);
  const isOther = picked !== undefined && !own.includes(picked);
  const choice = (
    <SegmentedControl
      aria-label={t("floor.view")}
      value={view}
      onChange={(value) => setView(value === "table" ? "table" : "plan")}
      data={[
        { value: "plan", label: t("floor.plan") },
        { value: "table", label: t("floor.table") },
      ]}
    />
  );
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        {ended.booth !== undefined && !own.includes(ended.booth) && (
          <Instead
            free={ended.booth.status === "available" ? [ended.booth] : nearestFree(booths, ended.booth)}
            choose={(boothId) => {
              ended.putAway();
              choose(boothId);
            }}
          >
            <strong>
              {t("booth.ranOut")} <Verbatim>{ended.booth.code}</Verbatim>
            </strong>{" "}
            {t(ended.booth.status === "available" ? "booth.ranOutFree" : "booth.ranOutTaken")}
          </Instead>
        )}
        <Section title={t("booth.own")}>
          {own.length === 0 ? (
            <Empty icon="booth" title={t("booth.none")}>
              {t("booth.noneHelp")}
            </Empty>
          ) : (
            <ul className={shared.list}>
              {own.map((booth) => (
                <OwnBooth key={booth.boothId} booth={booth} show={() => choose(booth.boothId)} />
              ))}
            </ul>
          )}
        </Section>
        {isOther && (
          <div className={styles.picked}>
            <PickedBooth key={picked.boothId} booth={picked} booths={booths} choose={choose} />
          </div>
        )}
      </div>
      <Section title={t("booth.choose")} aside={choice}>
        {view === "plan" ? (
          <Plan booths={booths} chosen={chosen} choose={choose} />
        ) : (
          <BoothTable booths={booths} chosen={chosen} choose={choose} />
        )}
      </Section>
    </div>
  );
}

/** One's own booths with their clocks, and the plan to choose one from. */
export default function BoothPage() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const plan = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"], keep: true });
  return (
    <Page title={t("booth.title")} wide>
      <Loaded of={plan}>{(data) => <Booths data={data} />}</Loaded>
    </Page>
  );
}
