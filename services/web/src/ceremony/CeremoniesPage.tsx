import { listCeremonies } from "@rialto/contracts/ceremonies/operations/ceremonies";
import type { CeremonyItem } from "@rialto/contracts/ceremonies/shapes";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { z } from "zod";
import { useOperation } from "../data/use-operation.ts";
import { Name } from "../language/names.tsx";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { Certificates } from "./Certificates.tsx";
import styles from "./host.module.css";
import { statusLooks } from "./kinds.ts";

/** Its form is heavy, and a host never sees it. */
const PlanCeremony = lazy(() => import("./PlanCeremony.tsx"));

type Listed = z.output<typeof CeremonyItem>;

/** What a host looks for stands first: what is on stage, then what comes, then what is over. */
const rank: Record<Listed["status"], number> = { onStage: 0, planned: 1, completed: 2, aborted: 2 };
const inOrder = (items: readonly Listed[]) => items.toSorted((one, other) => rank[one.status] - rank[other.status]);

function Line({ of: { ceremonyId, status, title, stage, startsAt } }: { of: Listed }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  return (
    <li>
      <Link to={`/ceremonies/${ceremonyId}`} className={styles.opens} data-status={status}>
        <time dateTime={startsAt} className={styles.hour}>
          <strong>{format.time(startsAt)}</strong>
          <span>{format.day(startsAt)}</span>
        </time>
        <span className={styles.lineWords}>
          <Name of={title} className={styles.ceremonyTitle} />
          <span className={styles.lineFacts}>
            <Pill {...statusLooks[status]}>{t(`ceremony.status.${status}`)}</Pill>
            <span>
              <Icon name="pin" size={16} /> <Name of={stage} />
            </span>
          </span>
        </span>
        <Icon name="next" size={20} />
      </Link>
    </li>
  );
}

/** Every ceremony of the fair, and the certificates that came of them. */
export default function CeremoniesPage() {
  const { t } = useTranslation();
  const { fairId, roles } = usePlace();
  useRooms({ kind: "stage", fairId });
  const read = useOperation(listCeremonies, { params: { fairId }, query: { limit: 100 } }, { follows: ["ceremony"], keep: true });
  // What the service would refuse is not offered.
  const mayPlan = roles.includes("organizer");
  const plan = (
    <Suspense fallback={null}>
      <PlanCeremony />
    </Suspense>
  );
  return (
    <Page title={t("ceremony.title")} aside={mayPlan && plan}>
      <Loaded of={read} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="stage" title={t("ceremony.none")}>
              {t(mayPlan ? "ceremony.noneHelp" : "ceremony.noneForHost")}
            </Empty>
          ) : (
            <ul className={`${styles.lines} ${shared.grow}`}>
              {inOrder(items).map((item) => (
                <Line key={item.ceremonyId} of={item} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Certificates />
    </Page>
  );
}
