import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { listOffers } from "@rialto/contracts/registry/operations/offers";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useOperation } from "../data/use-operation.ts";
import { type Localized, Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { usePager } from "../shared/use-pager.ts";
import styles from "./find.module.css";

const WAIT_FOR_TYPING_MS = 250;
const PAGE = 30;

interface Criteria {
  readonly q: string;
  readonly role: "" | "exhibitor" | "buyer";
}

const asQuery = ({ q }: Criteria) => (q.trim() === "" ? {} : { q: q.trim().slice(0, 100) });

interface Row {
  readonly key: string;
  readonly organizationId: string;
  readonly title: Localized;
  readonly below: React.ReactNode;
  readonly codes?: readonly string[];
}

function Rows({ rows, hasMore, more }: { rows: readonly Row[]; hasMore: boolean; more: () => void }) {
  const { t } = useTranslation();
  if (rows.length === 0)
    return (
      <Empty icon="find" title={t("find.nothing")}>
        {t("find.nothingHelp")}
      </Empty>
    );
  return (
    <>
      <ul className={styles.results}>
        {rows.map(({ key, organizationId, title, below, codes = [] }) => (
          <li key={key}>
            <Link to={`/organizations/${organizationId}`}>
              <span className={shared.grow}>
                <Name of={title} className={shared.strong} />
                <span className={styles.below}>{below}</span>
              </span>
              {codes.length > 0 && <Verbatim className={styles.codes}>{codes.join(" ")}</Verbatim>}
              <Icon name="next" size={16} />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button variant="default" onClick={more}>
          {t("state.more")}
        </Button>
      )}
    </>
  );
}

function Organizations({ criteria }: { criteria: Criteria }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const { size, more } = usePager(PAGE);
  const role = criteria.role === "" ? {} : { role: criteria.role };
  const list = useOperation(
    listOrganizations,
    { params: { fairId }, query: { ...asQuery(criteria), ...role, status: "verified", limit: size } },
    { follows: ["organization"], smooth: true },
  );
  return (
    <Loaded of={list} rows={8}>
      {({ items, nextCursor }) => (
        <Rows
          hasMore={nextCursor !== undefined && size < 200}
          more={more}
          rows={items.map((one) => ({
            key: one.organizationId,
            organizationId: one.organizationId,
            title: one.name,
            below: `${t(`role.${one.role}`)} · ${format.country(one.country)}`,
          }))}
        />
      )}
    </Loaded>
  );
}

function Offers({ criteria }: { criteria: Criteria }) {
  const { fairId, format } = usePlace();
  const { size, more } = usePager(PAGE);
  const list = useOperation(
    listOffers,
    { params: { fairId }, query: { ...asQuery(criteria), limit: size } },
    { follows: ["offer"], smooth: true },
  );
  return (
    <Loaded of={list} rows={8}>
      {({ items, nextCursor }) => (
        <Rows
          hasMore={nextCursor !== undefined && size < 200}
          more={more}
          rows={items.map(({ offerId, content, organization }) => ({
            key: offerId,
            organizationId: organization.organizationId,
            title: content.title,
            codes: content.hsCodes.slice(0, 3),
            below: (
              <>
                <Name of={organization.name} /> · {format.country(organization.country)}
              </>
            ),
          }))}
        />
      )}
    </Loaded>
  );
}

/** Everybody and everything at the fair, by typing. The address keeps what was sought, so that the way back leads to it. */
export default function FindPage() {
  const { t } = useTranslation();
  const { roles } = usePlace();
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const what = params.get("what") ?? "organizations";
  const [settled] = useDebouncedValue(q, WAIT_FOR_TYPING_MS);
  const opposite = roles.includes("buyer") ? "exhibitor" : "buyer";
  const chosen = params.get("role") ?? opposite;
  const role = chosen === "exhibitor" || chosen === "buyer" ? chosen : "";
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        now.set(name, value);
        return now;
      },
      { replace: true },
    );
  const criteria = { q: settled, role } as const;
  return (
    <Page title={t("find.title")}>
      <search className={styles.search}>
        <TextInput
          type="search"
          size="md"
          aria-label={t("find.label")}
          placeholder={t("find.placeholder")}
          leftSection={<Icon name="find" />}
          maxLength={100}
          value={q}
          onChange={(event) => set("q", event.currentTarget.value)}
        />
        <div className={styles.filters}>
          <SegmentedControl
            size="md"
            aria-label={t("find.what")}
            value={what}
            onChange={(value) => set("what", value)}
            data={[
              { value: "organizations", label: t("find.organizations") },
              { value: "offers", label: t("find.offers") },
            ]}
          />
          {what === "organizations" && (
            <SegmentedControl
              size="md"
              aria-label={t("find.role")}
              value={role === "" ? "all" : role}
              onChange={(value) => set("role", value)}
              data={[
                { value: "exhibitor", label: t("find.exhibitors") },
                { value: "buyer", label: t("find.buyers") },
                { value: "all", label: t("find.all") },
              ]}
            />
          )}
        </div>
      </search>
      {what === "offers" ? <Offers criteria={criteria} /> : <Organizations criteria={criteria} />}
    </Page>
  );
}
