import { Button } from "@mantine/core";
import { getOrganization } from "@rialto/contracts/registry/operations/organizations";
import { listBooths } from "@rialto/contracts/venue/operations/plan";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { z } from "zod";
import { useOperation } from "../data/use-operation.ts";
import { type Meeting, otherSide } from "../day/meetings.ts";
import { useDay } from "../day/use-day.ts";
import { Name, useName, Verbatim } from "../language/names.tsx";
import { MatchMeeting } from "../now/MatchMeeting.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Card, Page, Section } from "../shared/Page.tsx";
import { Pill } from "../shared/Pill.tsx";
import { Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { AskDialog, type Wanted } from "./AskDialog.tsx";
import styles from "./find.module.css";
import { ListingCard } from "./ListingCard.tsx";

type Organization = z.output<typeof getOrganization.result>;

const isOpenWith = (meeting: Meeting, organizationId: string): boolean =>
  (meeting.status === "pending" || meeting.status === "scheduled") && otherSide(meeting).organizationId === organizationId;

/** Where its booths are, on the way to them. */
function Booths({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const { fair, fairId } = usePlace();
  const plan = useOperation(listBooths, { params: { fairId } }, { follows: ["booth"], keep: true });
  const own = (plan.data?.zones ?? []).flatMap(({ zoneId, booths }) =>
    booths
      .filter((booth) => booth.organizationId === organizationId && booth.status === "assigned")
      .map((booth) => ({ ...booth, zoneId })),
  );
  return own.map(({ boothId, code, zoneId }) => (
    <span key={boothId}>
      <Icon name="pin" size={16} />
      <span>
        {t("meeting.booth")} <Verbatim className={shared.strong}>{code}</Verbatim> ·{" "}
        <Name of={fair.zones.find((zone) => zone.zoneId === zoneId)?.name} />
      </span>
    </span>
  ));
}

function Head({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const { format, organizationId: own } = usePlace();
  const [wanted, want] = useState<Wanted>();
  const open = useDay().data?.meetings.find((meeting) => isOpenWith(meeting, organization.organizationId));
  const { profile, organizationId, status } = organization;
  return (
    <div className={shared.field}>
      <div className={shared.facts}>
        <span>{t(`role.${profile.role}`)}</span>
        <span>{format.country(profile.country)}</span>
        {profile.languages.length > 0 && (
          <span>
            <Icon name="globe" size={16} /> {profile.languages.map(format.language).join(", ")}
          </span>
        )}
        <Booths organizationId={organizationId} />
        {status === "verified" && (
          <Pill tone="good" icon="merchants">
            {t("organization.status.verified")}
          </Pill>
        )}
      </div>
      {profile.website !== undefined && (
        <a className={shared.link} href={profile.website} target="_blank" rel="noopener noreferrer nofollow" translate="no">
          {profile.website}
        </a>
      )}
      {open !== undefined && <MatchMeeting meetingId={open.meetingId} />}
      {open === undefined && own !== undefined && own !== organizationId && (
        <div className={shared.actions}>
          <Button onClick={() => want({ organizationId, name: profile.name })}>{t("match.ask")}</Button>
        </div>
      )}
      <AskDialog wanted={wanted} close={() => want(undefined)} />
    </div>
  );
}

function Details({ organization }: { organization: Organization }) {
  const { t } = useTranslation();
  const { profile, offers, needs, representatives } = organization;
  return (
    <>
      {profile.about !== undefined && (
        <p className={styles.about}>
          <Name of={profile.about} />
        </p>
      )}
      {offers.length > 0 && (
        <Section title={t("organization.offers")}>
          <ul className={shared.list}>
            {offers.map(({ offerId, content }) => (
              <ListingCard key={offerId} content={content} />
            ))}
          </ul>
        </Section>
      )}
      {needs.length > 0 && (
        <Section title={t("organization.needs")}>
          <ul className={shared.list}>
            {needs.map(({ needId, content }) => (
              <ListingCard key={needId} content={content} />
            ))}
          </ul>
        </Section>
      )}
      <Section title={t("organization.people")}>
        <Card>
          <ul className={shared.list}>
            {representatives.map(({ representativeId, profile: person }) => (
              <li key={representativeId} className={shared.facts}>
                <Name of={person.name} className={shared.strong} />
                {person.title !== undefined && <Name of={person.title} />}
              </li>
            ))}
          </ul>
        </Card>
      </Section>
    </>
  );
}

/** One organization: what it sells and seeks, who is there, where it stands. */
export default function OrganizationPage() {
  const { t } = useTranslation();
  const name = useName();
  const { organizationId = "" } = useParams();
  const { fairId } = usePlace();
  const read = useOperation(
    getOrganization,
    { params: { fairId, organizationId } },
    { follows: ["organization", "offer", "need"] },
  );
  return (
    <Page
      title={read.data === undefined ? t("organization.title") : name(read.data.profile.name)}
      isTitleData={read.data !== undefined}
      above={
        <Link to="/find" className={shared.link}>
          <Icon name="back" size={18} /> {t("nav.find")}
        </Link>
      }
    >
      <Loaded of={read} rows={5}>
        {(organization) => (
          <>
            <Head organization={organization} />
            <Details organization={organization} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
