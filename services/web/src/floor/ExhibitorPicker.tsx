import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { Name } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./floor.module.css";

const WAIT_FOR_TYPING_MS = 200;
const SHOWN = 8;

/** A verified exhibitor, found by typing the beginning of its name in either language. */
export function ExhibitorPicker({
  isBusy,
  pick,
  cancel,
}: {
  isBusy: boolean;
  pick: (organizationId: string) => void;
  cancel: () => void;
}) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const [typed, type] = useState("");
  const [q] = useDebouncedValue(typed.trim(), WAIT_FOR_TYPING_MS);
  const query = { limit: SHOWN, role: "exhibitor" as const, status: "verified" as const, ...(q === "" ? {} : { q }) };
  const found = useOperation(listOrganizations, { params: { fairId }, query }, { smooth: true });
  return (
    <div className={shared.field}>
      <TextInput
        type="search"
        label={t("floor.whichExhibitor")}
        leftSection={<Icon name="find" />}
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.currentTarget.value)}
        data-autofocus
      />
      <Loaded of={found} rows={2}>
        {({ items }) => (
          <ul className={styles.choices}>
            {items.map(({ organizationId, name, country }) => (
              <li key={organizationId}>
                <button type="button" disabled={isBusy} onClick={() => pick(organizationId)}>
                  <Name of={name} /> <span className={shared.muted}>{format.country(country)}</span>
                </button>
              </li>
            ))}
            {items.length === 0 && <li className={shared.muted}>{t("find.nothing")}</li>}
          </ul>
        )}
      </Loaded>
      <div className={shared.actions}>
        <Button variant="default" onClick={cancel}>
          {t("state.back")}
        </Button>
      </div>
    </div>
  );
}
