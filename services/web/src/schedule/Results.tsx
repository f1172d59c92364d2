import { Button } from "@mantine/core";
import {
  compareScheduleRun,
  listProposedMeetings,
  listPublicationChanges,
  listUnscheduledWishes,
} from "@rialto/contracts/matchmaking/schedule-run-operations";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { usePages } from "../data/use-pages.ts";
import { Name, Verbatim } from "../language/names.tsx";
import { usePlace } from "../session/place.tsx";
import { Icon } from "../shared/Icon.tsx";
import { Empty, Loaded } from "../shared/States.tsx";
import shared from "../shared/shared.module.css";
import { Change } from "./Change.tsx";
import styles from "./schedule.module.css";

const SIZE = 50;

interface Pages<Item> {
  readonly data: readonly Item[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

interface OfRun {
  readonly runId: string;
  /** Of a plan in force: what has no place would end. */
  readonly isRepair: boolean;
}

type At = { readonly slot: { readonly startsAt: string }; readonly boothCode: string };
type Organization = Parameters<typeof OrganizationLink>[0]["of"];

const OrganizationLink = ({
  of,
}: {
  of: { organizationId: string; name?: { en?: string | undefined; zh?: string | undefined } | undefined };
}) => (
  <Link to={`/organizations/${of.organizationId}`}>
    <Name of={of.name} />
  </Link>
);

function Place({ at: { slot, boothCode } }: { at: At }) {
  const { format } = usePlace();
  return (
    <>
      {format.day(slot.startsAt)} {format.time(slot.startsAt)} · <Verbatim>{boothCode}</Verbatim>
    </>
  );
}

const Pair = ({ requester, recipient }: { requester: Organization; recipient: Organization }) => (
  <td>
    <OrganizationLink of={requester} />
    <br />
    <OrganizationLink of={recipient} />
  </td>
);

/** A long list as a table that scrolls inside itself on a phone. */
function Lines<Item>({
  of,
  label,
  columns,
  empty,
  line,
}: {
  of: Pages<Item>;
  label: string;
  columns: readonly string[];
  empty: string;
  line: (item: Item) => ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Loaded of={of} rows={4}>
      {(items) =>
        items.length === 0 ? (
          <Empty icon="check" title={empty} />
        ) : (
          <>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <div className={styles.tableBox} tabIndex={0} role="region" aria-label={label}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    {columns.map((column) => (
                      <th key={column} scope="col">
                        {column}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>{items.map(line)}</tbody>
              </table>
            </div>
            {of.hasNextPage && (
              <Button variant="default" loading={of.isFetchingNextPage} onClick={() => of.fetchNextPage()}>
                {t("state.more")}
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** Person by person: who has more meetings than today, who has less, and what their organization wished and got. */
export function People({ runId }: OfRun) {
  const { t } = useTranslation();
  const { fairId, format } = usePlace();
  const of = usePages(compareScheduleRun, { params: { fairId, runId } }, { size: SIZE });
  const columns = [
    t("schedule.person"),
    t("schedule.today"),
    t("schedule.inPlan"),
    t("schedule.difference"),
    t("schedule.wishesMet"),
    t("schedule.because"),
  ];
  return (
    <Lines
      of={of}
      label={t("schedule.people")}
      columns={columns}
      empty={t("schedule.nobody")}
      line={({ person, before, after, organization, because, ...named }) => (
        <tr key={person.representativeId} data-person={person.representativeId}>
          <td>
            <Name of={person.name} className={shared.strong} />
            <br />
            <OrganizationLink of={named} />
          </td>
          <td className={styles.count}>{format.number(before)}</td>
          <td className={styles.count}>{format.number(after)}</td>
          <td>
            <Change by={after - before} />
          </td>
          <td className={styles.count}>
            {organization.wished === 0
              ? "–"
              : t("schedule.gotOf", { got: format.number(organization.got), wished: format.number(organization.wished) })}
          </td>
          <td className={styles.why}>{because !== undefined && <Name of={because} />}</td>
        </tr>
      )}
    />
  );
}

/** The meetings of the plan in the order of time; in a repair, from where they move. */
export function Proposed({ runId }: OfRun) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const of = usePages(listProposedMeetings, { params: { fairId, runId } }, { size: SIZE });
  return (
    <Lines
      of={of}
      label={t("schedule.meetings")}
      columns={[t("schedule.when"), t("schedule.who"), t("schedule.source")]}
      empty={t("schedule.noMeetings")}
      line={({ meetingId, slot, boothCode, was, requester, recipient, source }) => (
        <tr key={meetingId}>
          <td className={styles.when}>
            <Place at={{ slot, boothCode }} />
            {was !== undefined && (
              <span className={shared.muted}>
                <br />
                {t("schedule.was")} <Place at={was} />
              </span>
            )}
          </td>
          <Pair requester={requester} recipient={recipient} />
          <td>{t(`schedule.sourceOf.${source}`)}</td>
        </tr>
      )}
    />
  );
}

/** Wishes without a place: why, and the smallest change that would admit each. */
export function Unscheduled({ runId, isRepair }: OfRun) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const of = usePages(listUnscheduledWishes, { params: { fairId, runId } }, { size: SIZE });
  return (
    <Lines
      of={of}
      label={t(isRepair ? "schedule.ending" : "schedule.unscheduled")}
      columns={[t("schedule.who"), t("schedule.source"), t("schedule.reason")]}
      empty={t(isRepair ? "schedule.noEnding" : "schedule.allPlaced")}
      line={({ meetingId, requester, recipient, source, reason, wouldFitIf }) => (
        <tr key={meetingId}>
          <Pair requester={requester} recipient={recipient} />
          <td>{t(`schedule.sourceOf.${source}`)}</td>
          <td className={styles.why}>
            <Name of={reason} />
            {wouldFitIf !== undefined && (
              <span className={styles.fits}>
                <Icon name="spark" size={16} />
                <span>
                  {t("schedule.wouldFitIf")} <Name of={wouldFitIf} />
                </span>
              </span>
            )}
          </td>
        </tr>
      )}
    />
  );
}

/** What publishing did otherwise than the plan said. */
export function Changes({ runId }: OfRun) {
  const { t } = useTranslation();
  const { fairId } = usePlace();
  const of = usePages(listPublicationChanges, { params: { fairId, runId } }, { size: SIZE, follows: ["scheduleRun"] });
  return (
    <Lines
      of={of}
      label={t("schedule.changes")}
      columns={[t("schedule.who"), t("schedule.planned"), t("schedule.booked"), t("schedule.reason")]}
      empty={t("schedule.noChanges")}
      line={({ meetingId, requester, recipient, planned, booked, reason }) => (
        <tr key={meetingId}>
          <Pair requester={requester} recipient={recipient} />
          <td className={styles.when}>
            <Place at={planned} />
          </td>
          <td className={styles.when}>{booked === undefined ? t("schedule.notBooked") : <Place at={booked} />}</td>
          <td className={styles.why}>
            <Name of={reason} />
          </td>
        </tr>
      )}
    />
  );
}
