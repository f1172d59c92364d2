import { SegmentedControl, Select } from "@mantine/core";
import { listNeeds } from "@rialto/contracts/registry/operations/needs";
import { listOffers } from "@rialto/contracts/registry/operations/offers";
import { listOrganizations } from "@rialto/contracts/registry/operations/organizations";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { z } from "zod";
import { countryCodes } from "../company/codes.ts";
import { usePages } from "../data/use-pages.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Page } from "../shared/Page.tsx";
import { type Criteria, criteriaOf, listingQuery, organizationQuery } from "./criteria.ts";
import styles from "./find.module.css";
import { Results } from "./Results.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { useBoothCodes } from "./use-booth-codes.ts";

const PAGE = 40;

type Organization = z.output<typeof listOrganizations.result>["items"][number];
type Listing = z.output<typeof listOffers.result>["items"][number] | z.output<typeof listNeeds.result>["items"][number];

function Organizations({ criteria }: { criteria: Criteria }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const booths = useBoothCodes();
  const list = usePages(
    listOrganizations,
    { params: { fairId }, query: organizationQuery(criteria) },
    { size: PAGE, follows: ["organization"] },
  );
  const { role: sought } = criteria;
  const rowOf = useCallback(
    ({ organizationId, name, role, country }: Organization) => ({
      key: organizationId,
      organizationId,
      title: name,
      below: sought === undefined ? `${t(`role.${role}`)} · ${format.country(country)}` : format.country(country),
      aside: booths.has(organizationId) && (
        <span className={styles.booth}>
          <Icon name="pin" size={14} />
          <Verbatim>{booths.get(organizationId)}</Verbatim>
        </span>
      ),
    }),
    [t, format, booths, sought],
  );
  return <Results of={list} rowOf={rowOf} />;
}

function Listings({ criteria }: { criteria: Criteria }) {
  const { fairId, format } = usePlace();
  const kind = criteria.what === "needs" ? "need" : "offer";
  const list = usePages(
    kind === "need" ? listNeeds : listOffers,
    { params: { fairId }, query: listingQuery(criteria) },
    { size: PAGE, follows: [kind] },
  );
  const rowOf = useCallback(
    (listing: Listing) => ({
      key: "offerId" in listing ? listing.offerId : listing.needId,
      organizationId: listing.organization.organizationId,
      title: listing.content.title,
      below: (
        <>
          <Name of={listing.organization.name} /> · {format.country(listing.organization.country)}
        </>
      ),
      aside: listing.content.hsCodes.length > 0 && (
        <Verbatim className={styles.codes}>{listing.content.hsCodes.slice(0, 2).join(" ")}</Verbatim>
      ),
    }),
    [format],
  );
  return <Results of={list} rowOf={rowOf} />;
}

type Change = (name: "q" | "what" | "role" | "country", value: string | null) => void;

function Filters({ criteria: { role, country }, change }: { criteria: Criteria; change: Change }) {
  const { t, i18n } = useTranslation();
  const { format } = usePlace();
  const countries = useMemo(
    () =>
      countryCodes
        .map((code) => ({ value: code, label: format.country(code) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language)),
    [format, i18n.language],
  );
  return (
    <div className={styles.filters}>
      <SegmentedControl
        size="md"
        aria-label={t("find.role")}
        value={role ?? "all"}
        onChange={(value) => change("role", value)}
        data={[
          { value: "exhibitor", label: t("find.exhibitors") },
          { value: "buyer", label: t("find.buyers") },
          { value: "all", label: t("find.all") },
        ]}
      />
      <Select
        className={styles.country}
        aria-label={t("find.country")}
        placeholder={t("find.anyCountry")}
        data={countries}
        value={country ?? null}
        searchable
        clearable
        nothingFoundMessage={t("find.nothing")}
        maxDropdownHeight={300}
        clearButtonProps={{ "aria-label": t("find.anyCountry") }}
        onChange={(value) => change("country", value)}
      />
    </div>
  );
}

/** Everybody and everything at the fair, by typing. The address keeps what was sought, so that the way back leads to it. */
export default function FindPage() {
  const { t } = useTranslation();
  const { roles } = usePlace();
  const [params, setParams] = useSearchParams();
  const criteria = criteriaOf(params, roles.includes("buyer"));
  const change: Change = (name, value) =>
    setParams(
      (now) => {
        if (value === null || value === "") now.delete(name);
        else now.set(name, value);
        return now;
      },
      { replace: true },
    );
  return (
    <Page title={t("find.title")}>
      <search className={styles.search}>
        <SearchBox sought={criteria.q} search={(q) => change("q", q)} placeholder={t("find.placeholder")} />
        <SegmentedControl
          size="md"
          fullWidth
          className={styles.what}
          aria-label={t("find.what")}
          value={criteria.what}
          onChange={(value) => change("what", value)}
          data={[
            { value: "organizations", label: t("find.organizations") },
            { value: "offers", label: t("find.offers") },
            { value: "needs", label: t("find.needs") },
          ]}
        />
        {criteria.what === "organizations" && <Filters criteria={criteria} change={change} />}
      </search>
      {criteria.what === "organizations" ? (
        <Organizations criteria={criteria} />
      ) : (
        <Listings key={criteria.what} criteria={criteria} />
      )}
    </Page>
  );
}
