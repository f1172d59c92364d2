import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { Name, useName } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import shared from "../shared/shared.module.css";
import styles from "./schedule.module.css";

const WAIT_FOR_TYPING_MS = 200;
const SHOWN = 6;

/** An organization of the fair, found by typing the beginning of a word of its name in either language. */
export function OrganizationField({ pick }: { pick: (organizationId: string) => void }) {
  const { t } = useTranslation();
  const name = useName();
  const { fairId, format } = usePlace();
  const [typed, type] = useState("");
  const [picked, setPicked] = useState<string>();
  const [q] = useDebouncedValue(typed.trim(), WAIT_FOR_TYPING_MS);
  const found = useOperation(
    listOrganizations,
    { params: { fairId }, query: { limit: SHOWN, status: "verified" as const, q } },
    { smooth: true, enabled: q !== "" && typed !== picked },
  );
  const isOpen = typed.trim() !== "" && typed !== picked;
  return (
    <div>
      <TextInput
        type="search"
        label={t("schedule.whichCompany")}
        leftSection={<Icon name="find" />}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {isOpen && found.data !== undefined && (
        <ul className={styles.found}>
          {found.data.items.map((item) => (
            <li key={item.organizationId}>
              <button
                type="button"
                onClick={() => {
                  type(name(item.name));
                  setPicked(name(item.name));
                  pick(item.organizationId);
                }}
              >
                <Name of={item.name} /> <span className={shared.muted}>{format.country(item.country)}</span>
              </button>
            </li>
          ))}
          {found.data.items.length === 0 && <li className={shared.muted}>{t("find.nothing")}</li>}
        </ul>
      )}
    </div>
  );
}
