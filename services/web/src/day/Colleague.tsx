import { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { useName } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import styles from "./day.module.css";

interface Props {
  readonly chosen: string | undefined;
  readonly choose: (representativeId: string) => void;
}

/** Who of the own team will meet; nothing to choose for a team of one. */
export function Colleague({ chosen, choose }: Props) {
  const { t } = useTranslation();
  const name = useName();
  const { fairId, organizationId } = usePlace();
  const own = useOperation(
    getOrganization,
    { params: { fairId, organizationId: organizationId ?? "" } },
    { enabled: organizationId !== undefined, follows: ["organization"], keep: true },
  );
  const team = own.data?.representatives ?? [];
  if (team.length < 2) return null;
  return (
    <label className={styles.colleague}>
      <span>{t("day.whoMeets")}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)} translate="no">
        {team.map(({ representativeId, profile }) => (
          <option key={representativeId} value={representativeId}>
            {name(profile.name)}
          </option>
        ))}
      </select>
    </label>
  );
}
