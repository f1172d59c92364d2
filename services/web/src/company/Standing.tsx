import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Section } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import shared from "../shared/shared.module.css";
import styles from "./company.module.css";
import { type Missing, missingFor, type Organization } from "./missing.ts";

const pills = {
  registered: { tone: "warn", icon: "hourglass" },
  verified: { tone: "good", icon: "merchants" },
  rejected: { tone: "bad", icon: "slash" },
} as const;

/** Whether an exhibitor has a place to meet; `undefined` for the others, and until it is known. */
function useHasBooth({ profile, organizationId }: Organization): boolean | undefined {
  const { fairId } = usePlace();
  const isExhibitor = profile.role === "exhibitor";
  const plan = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"], keep: true, enabled: isExhibitor });
  if (!isExhibitor || plan.data === undefined) return undefined;
  return plan.data.zones.some(({ booths }) =>
    booths.some((booth) => booth.organizationId === organizationId && booth.status === "assigned"),
  );
}

function Line({ missing: { what, stops } }: { missing: Missing }) {
  const { t } = useTranslation();
  return (
    <li data-stops={stops}>
      <Icon name={stops ? "cross" : "warn"} size={18} />
      <span>
        <strong>{t(`company.missing.${what}.title`)}</strong>{" "}
        {what === "booth" ? <Link to="/booth">{t("company.missing.booth.help")}</Link> : t(`company.missing.${what}.help`)}
      </span>
    </li>
  );
}

/** How the fair sees the organization, and what it still lacks for its matches. */
export function Standing({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const { status, reason } = organization;
  const missing = missingFor(organization, useHasBooth(organization));
  const isReady = status === "verified" && missing.length === 0;
  return (
    <Section title={t("company.standing.title")}>
      <Card>
        <div className={shared.row}>
          <Pill tone={pills[status].tone} icon={pills[status].icon}>
            {t(`company.standing.${status}`)}
          </Pill>
        </div>
        {status === "rejected" && (
          <p>
            {t("company.standing.because")} <Verbatim>{reason ?? ""}</Verbatim>
          </p>
        )}
        {isReady ? (
          <p className={styles.ready}>
            <Icon name="check" size={18} /> {t("company.standing.ready")}
          </p>
        ) : (
          status !== "rejected" && (
            <>
              <p className={shared.muted}>{t("company.standing.lacks")}</p>
              <ul className={styles.missing}>
                {missing.map((one) => (
                  <Line key={one.what} missing={one} />
                ))}
              </ul>
            </>
          )
        )}
      </Card>
    </Section>
  );
}
