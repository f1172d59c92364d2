import { SegmentedControl } from "@mantine/core";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { usePlace } from "../session/place.tsx";
import { Page } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import { BoothPanel } from "./BoothPanel.tsx";
import { BoothPill } from "./BoothPill.tsx";
import { BoothTable } from "./BoothTable.tsx";
import { allBooths, countsOf, type PlacedBooth, statuses } from "./booths.ts";
import styles from "./floor.module.css";
import { Plan } from "./Plan.tsx";

function Counts({ booths }: { booths: readonly PlacedBooth[] }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const counts = countsOf(booths);
  return (
    <ul className={styles.counts} aria-label={t("floor.counts")}>
      {statuses.map((status) => (
        <li key={status} data-count={status}>
          <strong>{format.number(counts[status])}</strong> <BoothPill status={status} />
        </li>
      ))}
    </ul>
  );
}

/** The halls as they are this minute, drawn or as a table; a booth opens beside them. */
export default function FloorPage() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const plan = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"] });
  const [view, setView] = useState<"plan" | "table">("plan");
  const [chosen, choose] = useState<string>();
  const leave = (boothId: string) => {
    choose(undefined);
    document.querySelector<SVGGElement>(`[data-id="${boothId}"]`)?.focus();
  };
  const aside = (
    <SegmentedControl
      size="md"
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
    <Page title={t("floor.title")} aside={aside} wide>
      <Loaded of={plan} rows={6}>
        {(data) => {
          const booths = allBooths(data);
          const booth = booths.find(({ boothId }) => boothId === chosen);
          return (
            <>
              <Counts booths={booths} />
              <div className={styles.columns} data-open={booth !== undefined}>
                {view === "plan" ? (
                  <Plan booths={booths} chosen={chosen} choose={choose} />
                ) : (
                  <BoothTable booths={booths} chosen={chosen} choose={choose} />
                )}
                {booth !== undefined && <BoothPanel key={booth.boothId} booth={booth} close={() => leave(booth.boothId)} />}
              </div>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
