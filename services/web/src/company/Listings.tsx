import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../shared/Icon.tsx";
import { Card, Section } from "../shared/Page.tsx";
import { Empty } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { draftOfListing, emptyListing, type ListingDraft, listingOf } from "./draft.ts";
import { type Kind, type Listing, listingsOf, useListingCommands } from "./kinds.ts";
import { ListingForm } from "./ListingForm.tsx";
import { ListingItem } from "./ListingItem.tsx";
import type { Organization } from "./missing.ts";
import { useHsNames } from "./use-hs.ts";

interface Props {
  readonly kind: Kind;
  readonly organization: Organization;
  readonly reread: () => Promise<Organization>;
}

/** What is open: a new one, or one that is being changed, as it was when it was opened. */
type Open = "new" | Listing | undefined;

function Editing({ kind, opened, organization, reread, close }: Props & { opened: "new" | Listing; close: () => void }) {
  const { publish, change, isBusy } = useListingCommands(kind, close);
  const found = opened === "new" ? undefined : listingsOf(organization, kind).find(({ id }) => id === opened.id);
  const isGone = opened !== "new" && found === undefined;
  const current = opened === "new" ? emptyListing : draftOfListing((found ?? opened).content);
  const newest = async () => {
    const again = opened === "new" ? undefined : listingsOf(await reread(), kind).find(({ id }) => id === opened.id);
    return again === undefined ? current : draftOfListing(again.content);
  };
  const save = (draft: ListingDraft) =>
    opened === "new" || isGone ? publish(listingOf(draft)) : change(opened.id, listingOf(draft));
  return (
    <Card tone="accent" as="li">
      <ListingForm
        kind={kind}
        current={current}
        isNew={opened === "new"}
        isGone={isGone}
        isBusy={isBusy}
        newest={newest}
        save={save}
        close={close}
      />
    </Card>
  );
}

/** What the organization sells, or seeks. */
export function Listings({ kind, organization, reread }: Props) {
  const { t } = useTranslation();
  const [opened, open] = useState<Open>();
  const close = () => open(undefined);
  const listings = listingsOf(organization, kind);
  const hsNames = useHsNames(listings.flatMap(({ content }) => content.hsCodes));
  const { withdraw, isBusy } = useListingCommands(kind, () => undefined);
  const openedId = typeof opened === "object" ? opened.id : undefined;
  const isApart = opened === "new" || (openedId !== undefined && !listings.some(({ id }) => id === openedId));
  const editing = opened !== undefined && (
    <Editing key={openedId ?? "new"} kind={kind} opened={opened} organization={organization} reread={reread} close={close} />
  );
  const add = (
    <Button variant="light" leftSection={<Icon name="plus" size={18} />} disabled={opened === "new"} onClick={() => open("new")}>
      {t(`company.${kind}.add`)}
    </Button>
  );
  return (
    <Section title={t(`company.${kind}.title`)} aside={add}>
      {listings.length === 0 && opened === undefined && (
        <Empty icon="plus" title={t(`company.${kind}.none`)}>
          {t(`company.${kind}.noneHelp`)}
        </Empty>
      )}
      <ul className={shared.list}>
        {/* One array, so that a form keeps what is typed in it when a colleague withdraws what it is about. */}
        {[...(isApart ? [undefined] : []), ...listings].map((listing) =>
          listing === undefined || listing.id === openedId ? (
            editing
          ) : (
            <ListingItem
              key={listing.id}
              kind={kind}
              listing={listing}
              hsNames={hsNames}
              isBusy={isBusy}
              edit={() => open(listing)}
              withdraw={() => withdraw(listing.id)}
            />
          ),
        )}
      </ul>
    </Section>
  );
}
