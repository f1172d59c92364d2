import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import {
  getOrganization,
  type listOrganizations,
  rejectOrganization,
  verifyOrganization,
} from "@rialto/contracts/registry/operations/organizations";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { useCommand } from "../data/use-command.ts";
import { useOperation } from "../data/use-operation.ts";
import { Confirm } from "../day/Confirm.tsx";
import { ListingCard } from "../find/ListingCard.tsx";
import { Name, useName, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card } from "../shared/Page.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import styles from "./merchants.module.css";

type Item = z.output<typeof listOrganizations.result>["items"][number];

const touches = ["organization"] as const;

/** What an organizer needs to decide: who they are, whom they send, what they offer and seek. */
function Details({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const read = useOperation(
    getOrganization,
    { params: { fairId, organizationId } },
    { follows: ["organization", "offer", "need"] },
  );
  return (
    <Loaded of={read} rows={2}>
      {({ profile, representatives, offers, needs, registeredAt, reason }) => (
        <div className={shared.field}>
          {reason !== undefined && (
            <p className={styles.reason}>
              <Icon name="warn" size={16} /> <Verbatim>{reason}</Verbatim>
            </p>
          )}
          {profile.about !== undefined && (
            <p>
              <Name of={profile.about} />
            </p>
          )}
          <div className={shared.facts}>
            <span>{t("merchants.registered", { when: format.moment(registeredAt) })}</span>
            {profile.website !== undefined && (
              <a href={profile.website} target="_blank" rel="noopener noreferrer nofollow" translate="no">
                {profile.website}
              </a>
            )}
            {representatives.map(({ representativeId, profile: person }) => (
              <span key={representativeId}>
                <Icon name="user" size={16} /> <Name of={person.name} />
              </span>
            ))}
          </div>
          {offers.length + needs.length === 0 ? (
            <p className={shared.muted}>{t("merchants.noListings")}</p>
          ) : (
            <ul className={shared.list}>
              {[...offers, ...needs].slice(0, 5).map(({ content, publishedAt }) => (
                <ListingCard key={publishedAt + JSON.stringify(content.title)} content={content} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Loaded>
  );
}

/** Admits, and leaves a way back for as long as it can be seen. */
function useDecisions({ organizationId, name: called }: Item) {
  const { t } = useTranslation();
  const name = useName();
  const { fairId } = usePlace();
  const params = { fairId, organizationId };
  const reject = useCommand(rejectOrganization, { touches });
  const verify = useCommand(verifyOrganization, {
    touches,
    onDone: () =>
      notifications.show({ message: t("merchants.admitted", { name: name(called) }), icon: <Icon name="check" size={18} /> }),
  });
  return {
    isBusy: verify.isPending || reject.isPending,
    admit: () => verify.mutate({ params }),
    refuse: (reason: string, onSuccess: () => void) => reject.mutate({ params, body: { reason } }, { onSuccess }),
  };
}

/** One organization with its state and the organizer's decision. */
export function Merchant({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { format } = usePlace();
  const [isOpen, open] = useState(false);
  const [isRefusing, refuse] = useState(false);
  const { isBusy, admit, refuse: sendRefusal } = useDecisions(item);
  const { status, role, country, organizationId, name } = item;
  return (
    <Card as="li">
      <div className={styles.line}>
        <div className={styles.called}>
          <h3>
            <Name of={name} />
          </h3>
          <p className={shared.muted}>
            {t(`role.${role}`)} · {format.country(country)}
          </p>
        </div>
        {!isRefusing && (
          <div className={shared.actions}>
            <Button size="sm" variant="subtle" color="gray" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
              {t(isOpen ? "merchants.less" : "merchants.details")}
            </Button>
            {status !== "rejected" && (
              <Button size="sm" variant="default" onClick={() => refuse(true)}>
                {t(status === "verified" ? "merchants.exclude" : "merchants.refuse")}
              </Button>
            )}
            {status !== "verified" && (
              <Button size="sm" loading={isBusy} onClick={admit}>
                {t("merchants.admit")}
              </Button>
            )}
          </div>
        )}
      </div>
      {isOpen && <Details organizationId={organizationId} />}
      {isRefusing && (
        <Confirm
          question={t("merchants.whyNot")}
          yes={t(status === "verified" ? "merchants.exclude" : "merchants.refuse")}
          isBusy={isBusy}
          isReasonNeeded
          no={() => refuse(false)}
          confirm={(reason) => sendRefusal(reason, () => refuse(false))}
        />
      )}
    </Card>
  );
}
