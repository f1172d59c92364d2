import { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./company.module.css";
import { Listings } from "./Listings.tsx";
import type { Organization } from "./missing.ts";
import { People } from "./People.tsx";
import { Profile } from "./Profile.tsx";
import { Standing } from "./Standing.tsx";

/** What comes first for whom: exhibitors mostly sell, buyers mostly seek; both may do both. */
const kindsFor = (role: Organization["profile"]["role"]) =>
  role === "buyer" ? (["need", "offer"] as const) : (["offer", "need"] as const);

/** The own organization: how it stands, what it offers and seeks, who acts for it. */
export default function CompanyPage() {
  const { t } = useTranslation();
  const { fairId, organizationId } = usePlace();
  const read = useOperation(
    getOrganization,
    { params: { fairId, organizationId: organizationId ?? "" } },
    { follows: ["organization", "offer", "need"], enabled: organizationId !== undefined },
  );
  const reread = async (): Promise<Organization> => {
    const { data, error } = await read.refetch();
    if (data === undefined) throw error ?? new Error("nothing was read");
    return data;
  };
  const asOthers = organizationId !== undefined && (
    <Link to={`/organizations/${organizationId}`} className={shared.link}>
      {t("company.asOthers")} <Icon name="next" size={18} />
    </Link>
  );
  return (
    <Page title={t("company.title")} aside={asOthers} wide>
      {organizationId === undefined ? (
        <Empty icon="company" title={t("nowhere.title")} />
      ) : (
        <Loaded of={read} rows={5}>
          {(organization) => (
            <div className={styles.company}>
              <div className={styles.standing}>
                <Standing organization={organization} />
              </div>
              <div className={styles.listings}>
                {kindsFor(organization.profile.role).map((kind) => (
                  <Listings key={kind} kind={kind} organization={organization} reread={reread} />
                ))}
              </div>
              <div className={styles.profile}>
                <Profile organization={organization} reread={reread} />
                <People organization={organization} />
              </div>
            </div>
          )}
        </Loaded>
      )}
    </Page>
  );
}
