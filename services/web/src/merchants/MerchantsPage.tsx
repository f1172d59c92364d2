import { SegmentedControl } from "@mantine/core";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useOperation } from "../data/use-operation.ts";
import { SearchBox } from "../find/SearchBox.tsx";
import { useRooms } from "../live/use-rooms.ts";
import { usePlace } from "../session/place.tsx";
import { Page } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { usePager } from "../shared/use-pager.ts";
import { Merchant } from "./Merchant.tsx";
import styles from "./merchants.module.css";

const statuses = ["registered", "verified", "rejected"] as const;
type Status = (typeof statuses)[number];

const PAGE = 20;

function List({ status, q }: { status: Status; q: string }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const { size, more } = usePager(PAGE);
  const query = { status, limit: size, ...(q === "" ? {} : { q }) };
  const read = useOperation(listOrganizations, { params: { fairId }, query }, { follows: ["organization"], smooth: true });
  return (
    <Loaded of={read} rows={4}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          <Empty icon="merchants" title={t(q === "" ? `merchants.none.${status}` : "find.nothing")} />
        ) : (
          <>
            <p className={styles.count} role="status">
              {t("merchants.count", {
                count: items.length,
                number: `${format.number(items.length)}${nextCursor === undefined ? "" : "+"}`,
              })}
            </p>
            <ul className={shared.list}>
              {items.map((item) => (
                <Merchant key={item.organizationId} item={item} />
              ))}
            </ul>
            {nextCursor !== undefined && (
              <button type="button" className={styles.more} onClick={more}>
                {t("state.more")}
              </button>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** Who wants to take part, what they are, and the organizer's yes or no. */
export default function MerchantsPage() {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  useRooms({ kind: "fair", fairId });
  const [status, setStatus] = useState<Status>("registered");
  const [sought, search] = useState("");
  return (
    <Page title={t("merchants.title")}>
      <div className={styles.tools}>
        <SegmentedControl
          size="md"
          aria-label={t("merchants.which")}
          value={status}
          onChange={(value) => setStatus(statuses.find((one) => one === value) ?? "registered")}
          data={statuses.map((value) => ({ value, label: t(`merchants.status.${value}`) }))}
        />
        <SearchBox sought={sought} search={search} placeholder={t("merchants.search")} />
      </div>
      <List key={status} status={status} q={sought.trim()} />
    </Page>
  );
}
